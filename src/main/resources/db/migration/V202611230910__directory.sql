-- A node of the tree: région › académie › département › circonscription › école, and commune › école beside it.
-- Names of schools are public: this table stands on the list of tables without a wall.
create table structure (
    id bigint generated always as identity primary key,
    academy text,                       -- '11' Montpellier, '16' Toulouse: prefix of the feed's identifiers
    join_key text,                      -- ENTStructureJointure, unique inside an academy
    kind text not null check (kind in ('REGION', 'ACADEMY', 'DEPARTMENT', 'DISTRICT', 'TOWN', 'SCHOOL', 'OTHER')),
    name text not null,
    parent_id bigint references structure,
    town_id bigint references structure,
    uai text,
    siret text,
    insee text,
    grouping text,                      -- label of the RPI
    type_label text,
    street text,
    postal_code text,
    city text,
    phone text,
    email text,
    departed_at timestamptz,
    unique (academy, join_key)
);
create unique index structure_town on structure (insee) where kind = 'TOWN';
create index structure_parent on structure (parent_id);
create index structure_of_town on structure (town_id);
create index structure_uai on structure (uai);

-- One row for each school and each node above it, itself and its town included: what a reach goes through.
create table school_above (
    node_id bigint not null references structure,
    school_id bigint not null references structure,
    primary key (node_id, school_id)
);
create index school_above_school on school_above (school_id);

-- A class or a group; born from pupils' values only, so it may be empty later but never invented.
create table school_class (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    join_key text not null,             -- "identifiant classe" of ONDE, part 4 of ENTPersonClasses
    kind text not null check (kind in ('CLASS', 'GROUP')),
    label text not null,
    primary key (school_id, id),
    unique (school_id, kind, join_key)
);

-- Somebody. The feed owns those with a join key; the directory made the others (source LOCAL).
create table person (
    id bigint generated always as identity primary key,
    academy text,
    join_key text,                      -- ENTPersonJointure, unique inside an academy
    kind text not null check (kind in ('PUPIL', 'GUARDIAN', 'STAFF', 'LOCAL')),
    civility text,
    first_name text not null,
    last_name text not null,
    birth_name text,
    birth_date date,
    ine text,
    email text,
    mobile text,
    phone text,
    work_phone text,
    street text,
    postal_code text,
    city text,
    country text,
    address_shared boolean,             -- ENTPersonAdresseDiffusion
    departed_at timestamptz,
    unique (academy, join_key)
);
create index person_name on person (plain(last_name), plain(first_name));

-- A pupil in a school. The level belongs to the pupil, not to the class.
create table enrolment (
    school_id bigint not null references structure,
    pupil_id bigint not null references person,
    level text,                         -- MEFSTAT4: 1110 TPS … 1125 CM2
    level_label text,
    cycle text,
    primary key (school_id, pupil_id)
);
create index enrolment_pupil on enrolment (pupil_id);

-- A pupil in a class or a group.
create table class_enrolment (
    school_id bigint not null,
    class_id bigint not null,
    pupil_id bigint not null,
    entered_on date,
    primary key (school_id, class_id, pupil_id),
    foreign key (school_id, class_id) references school_class (school_id, id),
    foreign key (school_id, pupil_id) references enrolment (school_id, pupil_id) on delete cascade
);
create index class_enrolment_pupil on class_enrolment (pupil_id);

-- National codes of N_LIEN_ELEVE_RESPONSABLE; dated data, edited by the région, never code.
create table link_code (
    code text not null,
    label text not null,
    signs boolean not null,             -- may sign a note to families
    from_on date not null,
    primary key (code, from_on)
);
insert into link_code (code, label, signs, from_on) values
    ('10', 'mère', true, '2003-09-01'), ('20', 'père', true, '2003-09-01'), ('50', 'tuteur ou tutrice', true, '2003-09-01'),
    ('37', 'frère ou sœur', false, '2003-09-01'), ('38', 'ascendant', false, '2003-09-01'),
    ('39', 'autre membre de la famille', false, '2003-09-01'), ('41', 'éducateur', false, '2003-09-01'),
    ('42', 'assistant familial', false, '2003-09-01'), ('43', 'garde d''enfant', false, '2003-09-01'),
    ('51', 'aide sociale à l''enfance', false, '2003-09-01'), ('70', 'élève lui-même', false, '2003-09-01'),
    ('90', 'autre lien', false, '2003-09-01');

-- Who answers for a pupil, as the feed says it (ENTEleveAutoriteParentale).
create table guardianship (
    pupil_id bigint not null references person,
    guardian_id bigint not null references person,
    link_code text not null,
    primary key (pupil_id, guardian_id)
);
create index guardianship_guardian on guardianship (guardian_id);

-- (person, kind, structure, from, to): what somebody is, where and until when; reaches the schools below the structure.
create table role (
    id bigint generated always as identity primary key,
    person_id bigint not null references person,
    kind text not null,
    structure_id bigint not null references structure,
    starts_on date,
    ends_on date,
    source text not null check (source in ('FEED', 'LOCAL')),
    unique (person_id, kind, structure_id, source)
);
create index role_structure on role (structure_id, kind);

-- A teacher (or a time-boxed replacement) in charge of a class. AAF 1D has no such link: made in the ENT.
create table teaching (
    school_id bigint not null,
    class_id bigint not null,
    person_id bigint not null references person,
    starts_on date,
    ends_on date,
    primary key (school_id, class_id, person_id),
    foreign key (school_id, class_id) references school_class (school_id, id)
);
create index teaching_person on teaching (person_id);

-- Who belongs to a school and as what; derived from enrolments, guardianships and roles by directory_derive.
create table affiliation (
    school_id bigint not null references structure,
    person_id bigint not null references person,
    profile text not null check (profile in ('PUPIL', 'GUARDIAN', 'TEACHER')),
    primary key (school_id, person_id, profile)
);
create index affiliation_person on affiliation (person_id);

-- A named set of people. Derived ones follow enrolments and roles; manual ones will be made by people.
create table circle (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    kind text not null check (kind in ('CLASS_FAMILIES', 'CLASS_PUPILS', 'SCHOOL_FAMILIES', 'SCHOOL_TEACHERS')),
    class_id bigint,
    primary key (school_id, id),
    unique nulls not distinct (school_id, kind, class_id),
    foreign key (school_id, class_id) references school_class (school_id, id)
);

-- A person in a circle; in circles of families, once for each child on whose behalf.
create table circle_member (
    school_id bigint not null,
    circle_id bigint not null,
    person_id bigint not null references person,
    pupil_id bigint references person,
    unique nulls not distinct (school_id, circle_id, person_id, pupil_id),
    foreign key (school_id, circle_id) references circle (school_id, id) on delete cascade
);
create index circle_member_person on circle_member (person_id);
create index circle_member_pupil on circle_member (pupil_id);

-- Walls -------------------------------------------------------------------------------------------------------------

do $$
declare t text;
begin
    foreach t in array array['school_class', 'enrolment', 'class_enrolment', 'teaching', 'affiliation', 'circle', 'circle_member'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I for select to preau_app using
            (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy directory_work on %I to preau_directory using (true) with check (true)', t);
        execute format('create policy door_reads on %I for select to preau_door using (true)', t);
        execute format('create policy job_reads on %I for select to preau_job using (true)', t);
    end loop;
end $$;

-- A person is visible through a school within reach, or as oneself.
alter table person enable row level security;
alter table person force row level security;
create policy within_reach on person for select to preau_app using
    (id = any ((select own_persons())::bigint[]) or exists (select 1 from affiliation a where a.person_id = person.id));
create policy directory_work on person to preau_directory using (true) with check (true);
create policy door_reads on person for select to preau_door using (true);
create policy job_reads on person for select to preau_job using (true);

-- A guardianship is visible with its pupil, or to its own guardian.
alter table guardianship enable row level security;
alter table guardianship force row level security;
create policy within_reach on guardianship for select to preau_app using
    (guardian_id = any ((select own_persons())::bigint[]) or exists (select 1 from affiliation a where a.person_id = pupil_id));
create policy directory_work on guardianship to preau_directory using (true) with check (true);
create policy door_reads on guardianship for select to preau_door using (true);
create policy job_reads on guardianship for select to preau_job using (true);

-- A role is visible with its person.
alter table role enable row level security;
alter table role force row level security;
create policy within_reach on role for select to preau_app using
    (person_id = any ((select own_persons())::bigint[]) or exists (select 1 from affiliation a where a.person_id = role.person_id));
create policy directory_work on role to preau_directory using (true) with check (true);
create policy door_reads on role for select to preau_door using (true);
create policy job_reads on role for select to preau_job using (true);

grant select on structure, school_above, school_class, person, enrolment, class_enrolment, link_code, guardianship, role, teaching,
    affiliation, circle, circle_member to preau_app, preau_door, preau_job;
grant select, insert, update, delete on structure, school_above, school_class, person, enrolment, class_enrolment, guardianship, role,
    teaching, affiliation, circle, circle_member to preau_directory;
grant select on link_code to preau_directory;
