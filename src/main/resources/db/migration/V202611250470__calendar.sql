-- Which official zone an académie is in: data, the ministry changes it.
create table academy_zone (
    academy text primary key,
    zone text not null check (zone in ('A', 'B', 'C'))
);
insert into academy_zone (academy, zone) values ('11', 'C'), ('16', 'C');

-- A school year of a zone, named by the year it begins in: first and last day with pupils. Edited by the région.
create table official_year (
    zone text not null check (zone in ('A', 'B', 'C')),
    year int not null,
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    primary key (zone, year)
);

-- The days without class inside a school year: first and last of them (the official « départ » and the eve of the « reprise »).
create table official_break (
    zone text not null,
    year int not null,
    kind text not null check (kind in ('AUTUMN', 'CHRISTMAS', 'WINTER', 'SPRING', 'BRIDGE')),
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on),
    primary key (zone, year, kind),
    foreign key (zone, year) references official_year (zone, year) on delete cascade
);

-- Orders of 7 December 2022 (2024-2025 and 2025-2026) and of 22 October 2025 (2026-2027).
insert into official_year (zone, year, starts_on, ends_on)
select z, y, s::date, e::date from unnest(array['A', 'B', 'C']) z,
    (values (2024, '2024-09-02', '2025-07-04'), (2025, '2025-09-01', '2026-07-03'), (2026, '2026-09-01', '2027-07-02')) v (y, s, e);
insert into official_break (zone, year, kind, starts_on, ends_on)
select z, y, k, s::date, e::date from unnest(array['A', 'B', 'C']) z,
    (values (2024, 'AUTUMN', '2024-10-19', '2024-11-03'), (2024, 'CHRISTMAS', '2024-12-21', '2025-01-05'), (2024, 'BRIDGE', '2025-05-30', '2025-05-31'),
            (2025, 'AUTUMN', '2025-10-18', '2025-11-02'), (2025, 'CHRISTMAS', '2025-12-20', '2026-01-04'), (2025, 'BRIDGE', '2026-05-15', '2026-05-16'),
            (2026, 'AUTUMN', '2026-10-17', '2026-11-01'), (2026, 'CHRISTMAS', '2026-12-19', '2027-01-03'), (2026, 'BRIDGE', '2027-05-07', '2027-05-08')) v (y, k, s, e);
insert into official_break (zone, year, kind, starts_on, ends_on) values
    ('A', 2024, 'WINTER', '2025-02-22', '2025-03-09'), ('A', 2024, 'SPRING', '2025-04-19', '2025-05-04'),
    ('B', 2024, 'WINTER', '2025-02-08', '2025-02-23'), ('B', 2024, 'SPRING', '2025-04-05', '2025-04-21'),
    ('C', 2024, 'WINTER', '2025-02-15', '2025-03-02'), ('C', 2024, 'SPRING', '2025-04-12', '2025-04-27'),
    ('A', 2025, 'WINTER', '2026-02-07', '2026-02-22'), ('A', 2025, 'SPRING', '2026-04-04', '2026-04-19'),
    ('B', 2025, 'WINTER', '2026-02-14', '2026-03-01'), ('B', 2025, 'SPRING', '2026-04-11', '2026-04-26'),
    ('C', 2025, 'WINTER', '2026-02-21', '2026-03-08'), ('C', 2025, 'SPRING', '2026-04-18', '2026-05-03'),
    ('A', 2026, 'WINTER', '2027-02-13', '2027-02-28'), ('A', 2026, 'SPRING', '2027-04-10', '2027-04-25'),
    ('B', 2026, 'WINTER', '2027-02-20', '2027-03-07'), ('B', 2026, 'SPRING', '2027-04-17', '2027-05-02'),
    ('C', 2026, 'WINTER', '2027-02-06', '2027-02-21'), ('C', 2026, 'SPRING', '2027-04-03', '2027-04-18');

-- The half-days with class of a school's week and their hours, from a date until the next pattern; without any: the usual four days.
create table school_week (
    school_id bigint not null references structure,
    valid_from date not null,
    weekday int not null check (weekday between 1 and 6),
    half text not null check (half in ('MORNING', 'AFTERNOON')),
    opens time not null,
    closes time not null check (closes > opens),
    primary key (school_id, valid_from, weekday, half)
);

-- What this school alone does: closed, or working on a day that usually has no class; from a half-day to a half-day, both included.
create table school_decision (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    kind text not null check (kind in ('CLOSED', 'WORKING')),
    from_on date not null,
    from_half text not null check (from_half in ('MORNING', 'AFTERNOON')),
    to_on date not null,
    to_half text not null check (to_half in ('MORNING', 'AFTERNOON')),
    reason text not null,
    check (to_on >= from_on),
    primary key (school_id, id)
);
create index school_decision_dates on school_decision (school_id, from_on);

do $$
declare t text;
begin
    foreach t in array array['school_week', 'school_decision'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I to preau_app
            using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))
            with check (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy directory_reads on %I for select to preau_directory using (true)', t);
        execute format('create policy job_reads on %I for select to preau_job using (true)', t);
        execute format('grant select, insert, delete on %I to preau_app', t);
        execute format('grant select on %I to preau_directory, preau_job', t);
    end loop;
end $$;
grant select on academy_zone, official_year, official_break to preau_app, preau_job, preau_directory;
grant insert, update on official_year to preau_directory;
grant insert, delete on official_break to preau_directory;
