-- The change of school year: rehearsed, applied, undone for some days; and what was before, which serves the reading and the undoing.

-- Levels of the first degree as the nation codes them (MEFSTAT4), and the one that follows.
create table school_level (
    code text primary key,
    label text not null,
    cycle text not null,
    position int not null unique,
    next_code text references school_level deferrable initially deferred
);
insert into school_level (code, label, cycle, position, next_code) values
    ('1110', 'TPS', '1', 1, '1111'), ('1111', 'PS', '1', 2, '1112'), ('1112', 'MS', '1', 3, '1113'), ('1113', 'GS', '1', 4, '1121'),
    ('1121', 'CP', '2', 5, '1122'), ('1122', 'CE1', '2', 6, '1123'), ('1123', 'CE2', '2', 7, '1124'),
    ('1124', 'CM1', '3', 8, '1125'), ('1125', 'CM2', '3', 9, null);

-- How many days a change of year may be undone, and how many years before the present one stay readable; dated data.
create table year_rule (
    from_on date primary key,
    undo_days int not null check (undo_days between 1 and 90),
    years_kept int not null check (years_kept between 1 and 5)
);
insert into year_rule (from_on, undo_days, years_kept) values ('2024-01-01', 15, 1);

-- The year that a school has changed to by itself; without a row, the calendar says it. A delivery older than 15 August of this year is of the year before.
create table school_year (
    school_id bigint primary key references structure,
    year int not null,                  -- 2025 is 2025-2026
    since timestamptz not null
);

-- One change of year of a school, from its rehearsal on. Undone, it may be rehearsed again with the same plan.
create table year_change (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    year int not null,                  -- the new year
    state text not null check (state in ('REHEARSAL', 'APPLIED', 'UNDONE', 'ABANDONED')),
    shown text not null default 'NOBODY' check (shown in ('NOBODY', 'STAFF', 'FAMILIES')),
    opened_at timestamptz not null,
    opened_by bigint not null references person,
    applied_at timestamptz,
    applied_by bigint references person,
    undo_until date,                    -- the last day on which it may be undone
    undone_at timestamptz,
    undone_by bigint references person,
    year_before int,                    -- what school_year said before it was applied; null: nothing
    since_before timestamptz,
    primary key (school_id, id)
);
create unique index year_change_open on year_change (school_id) where state = 'REHEARSAL';
create unique index year_change_applied on year_change (school_id, year) where state = 'APPLIED';

-- A class planned for the new year, or a group of today that is kept or closed.
create table year_class (
    school_id bigint not null,
    id bigint generated always as identity,
    change_id bigint not null,
    kind text not null check (kind in ('CLASS', 'GROUP')),
    label text not null,
    levels text[] not null,
    from_class_id bigint,               -- the class of today that it grows from; null: a new one
    kept boolean not null default true, -- groups only
    made_id bigint,                     -- the class that it became when the change was applied
    primary key (school_id, id),
    foreign key (school_id, change_id) references year_change (school_id, id),
    foreign key (school_id, from_class_id) references school_class (school_id, id),
    foreign key (school_id, made_id) references school_class (school_id, id) deferrable initially deferred
);
create index year_class_change on year_class (school_id, change_id);

-- Who will teach a planned class.
create table year_teacher (
    school_id bigint not null,
    class_id bigint not null,
    person_id bigint not null references person,
    primary key (school_id, class_id, person_id),
    foreign key (school_id, class_id) references year_class (school_id, id) on delete cascade
);
create index year_teacher_person on year_teacher (person_id);

-- Where a pupil will be: in a planned class, elsewhere than in this school (leaves), or not placed yet (neither).
create table year_seat (
    school_id bigint not null,
    change_id bigint not null,
    pupil_id bigint not null,
    class_id bigint,
    leaves boolean not null,
    level text,                         -- MEFSTAT4 of the new year
    check (not leaves or class_id is null),
    primary key (school_id, change_id, pupil_id),
    foreign key (school_id, change_id) references year_change (school_id, id),
    foreign key (school_id, class_id) references year_class (school_id, id) on delete set null (class_id),
    foreign key (school_id, pupil_id) references enrolment (school_id, pupil_id) on delete cascade
);
create index year_seat_class on year_seat (school_id, class_id);
create index year_seat_pupil on year_seat (pupil_id);

-- A class or a group as it was at the end of a year; kept: the same group lives on.
create table past_class (
    school_id bigint not null,
    year int not null,
    class_id bigint not null,
    kind text not null,
    label text not null,
    levels text not null,
    kept boolean not null,
    primary key (school_id, year, class_id),
    foreign key (school_id, class_id) references school_class (school_id, id)
);

-- A pupil as they were enrolled at the end of a year; leaves: for another school.
create table past_pupil (
    school_id bigint not null references structure,
    year int not null,
    pupil_id bigint not null references person,
    level text,
    level_label text,
    cycle text,
    leaves boolean not null,
    primary key (school_id, year, pupil_id)
);
create index past_pupil_pupil on past_pupil (pupil_id);

-- A pupil in a class of an earlier year.
create table past_seat (
    school_id bigint not null,
    year int not null,
    class_id bigint not null,
    pupil_id bigint not null,
    entered_on date,
    source text not null,
    primary key (school_id, year, class_id, pupil_id),
    foreign key (school_id, year, class_id) references past_class (school_id, year, class_id) on delete cascade,
    foreign key (school_id, year, pupil_id) references past_pupil (school_id, year, pupil_id) on delete cascade
);
create index past_seat_pupil on past_seat (pupil_id);

-- Who taught a class of an earlier year.
create table past_teaching (
    school_id bigint not null,
    year int not null,
    class_id bigint not null,
    person_id bigint not null references person,
    starts_on date,
    ends_on date,
    primary key (school_id, year, class_id, person_id),
    foreign key (school_id, year, class_id) references past_class (school_id, year, class_id) on delete cascade
);
create index past_teaching_person on past_teaching (person_id);

-- A seat that was refused in an earlier year; kept for the undoing only.
create table past_refusal (
    school_id bigint not null,
    year int not null,
    class_id bigint not null,
    pupil_id bigint not null,
    at timestamptz not null,
    by_person_id bigint,
    primary key (school_id, year, class_id, pupil_id),
    foreign key (school_id, year, class_id) references past_class (school_id, year, class_id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['school_year', 'year_change', 'year_class', 'year_teacher', 'year_seat',
                             'past_class', 'past_pupil', 'past_seat', 'past_teaching', 'past_refusal'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I to preau_app using
            (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy directory_work on %I to preau_directory using (true) with check (true)', t);
        execute format('create policy job_reads on %I for select to preau_job using (true)', t);
        execute format('grant select on %I to preau_app, preau_job', t);
        execute format('grant select, insert, update, delete on %I to preau_directory', t);
    end loop;
end $$;

-- The plan is the application's; what was, and the year itself, are the directory's.
grant insert, update, delete on year_class, year_teacher, year_seat to preau_app;
grant insert, update on year_change to preau_app;
grant select on school_level, year_rule to preau_app, preau_directory, preau_job;
grant usage on sequence school_class_id_seq to preau_directory;
