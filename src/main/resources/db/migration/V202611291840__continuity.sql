-- What follows for a school whose convention ends: warnings, then reading only, then its door alone. Never a silent cut.

-- Days of the year in which a convention ends (MM-DD) on which it is said that the next one is not signed, and delays in days. Each from a day on.
create table continuity_rule (
    rule text not null,
    from_on date not null,
    value text not null,
    primary key (rule, from_on)
);
insert into continuity_rule (rule, from_on, value) values
    ('MAY', '2000-01-01', '05-01'),
    ('JUNE', '2000-01-01', '06-15'),
    ('AUGUST', '2000-01-01', '08-20'),
    ('NOTICE_DAYS', '2000-01-01', '15'),        -- between a warning and what it announces, whatever the convention says
    ('READING_DAYS', '2000-01-01', '60'),       -- everything is read, nothing is written
    ('CLOSING_DAYS', '2000-01-01', '15'),       -- before the closure, it is announced
    ('CLOSED_DAYS', '2000-01-01', '90');        -- people still come in to take their data away; nothing is erased by this delay
grant select on continuity_rule to preau_app, preau_job, preau_door;

-- What a school was told: which step, of the convention that ends that day, announcing which day. Told once.
create table continuity_warning (
    school_id bigint not null references structure,
    ends_on date not null,
    step text not null,
    about_on date not null,
    given_on date not null,
    primary key (school_id, ends_on, step, about_on)
);
alter table continuity_warning enable row level security;
alter table continuity_warning force row level security;
create policy concerned on continuity_warning for select to preau_app using (
    school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[]))
    or exists (select 1 from agreement_school s where s.structure_id = school_id));
create policy job_work on continuity_warning to preau_job using (true) with check (true);
create policy door_reads on continuity_warning for select to preau_door using (true);
grant select on continuity_warning to preau_app, preau_door;
grant select, insert on continuity_warning to preau_job;

-- More time to read, decided by the région for all the schools of a convention or for one of them.
create table continuity_grace (
    id bigint generated always as identity primary key,
    agreement_id bigint not null references agreement,
    structure_id bigint references structure,   -- null for all its schools
    until_on date not null,
    reason text not null check (length(reason) between 1 and 500),
    by_person_id bigint not null references person,
    given_at timestamptz not null,
    undone_at timestamptz
);
create index continuity_grace_agreement on continuity_grace (agreement_id);
create index continuity_grace_person on continuity_grace (by_person_id);
alter table continuity_grace enable row level security;
alter table continuity_grace force row level security;
create policy concerned on continuity_grace for select to preau_app using (exists (select 1 from agreement a where a.id = agreement_id));
-- Given and taken back by the région académique alone.
create policy region_gives on continuity_grace for insert to preau_app with check (exists (
    select 1 from agreement a where a.id = agreement_id and (a.region_id = any ((select reach())::bigint[]) or a.academy_id = any ((select reach())::bigint[]))));
create policy region_takes_back on continuity_grace for update to preau_app using (exists (
    select 1 from agreement a where a.id = agreement_id and (a.region_id = any ((select reach())::bigint[]) or a.academy_id = any ((select reach())::bigint[]))));
create policy job_work on continuity_grace to preau_job using (true) with check (true);
create policy door_reads on continuity_grace for select to preau_door using (true);
create policy directory_work on continuity_grace to preau_directory using (true) with check (true);
grant select, insert on continuity_grace to preau_app;
grant update (undone_at) on continuity_grace to preau_app;
grant select on continuity_grace to preau_job;
grant select (agreement_id, structure_id, until_on, undone_at) on continuity_grace to preau_door;
grant select, update (by_person_id) on continuity_grace to preau_directory;

-- The door asks until when a school is under convention, and nothing else of it.
create policy door_reads on agreement for select to preau_door using (true);
create policy door_reads on agreement_school for select to preau_door using (true);
grant select (id, state, school_year, effect_on, ends_on, terminated_on) on agreement to preau_door;
grant select (agreement_id, structure_id, live) on agreement_school to preau_door;

-- Told to directors and to the referents of the town, at once: it has a date.
insert into matter_cadence (matter, channel, rank, cadence) values ('CONTINUITY', 'MAIL', 8, 'IMMEDIATE'), ('CONTINUITY', 'PUSH', 8, 'IMMEDIATE');
insert into notification_matter (kind, matter) values
    ('CONTINUITY_WARNED', 'CONTINUITY'), ('CONTINUITY_READING', 'CONTINUITY'), ('CONTINUITY_CLOSING', 'CONTINUITY'), ('CONTINUITY_CLOSED', 'CONTINUITY'),
    ('CONTINUITY_PROLONGED', 'CONTINUITY');
