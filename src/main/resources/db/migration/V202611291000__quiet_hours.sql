-- The hours in which nobody is disturbed, from a day on: those of the région, until a school chooses its own. Data: a new row changes them.
create table quiet_usual (
    valid_from date primary key,
    evening_from time not null,
    evening_until time not null,
    weekend_from int check (weekend_from in (5, 6)), -- the day whose evening opens the weekend, Monday being 1; none: evenings only
    holidays boolean not null                        -- the whole days of the official holidays too
);
insert into quiet_usual (valid_from, evening_from, evening_until, weekend_from, holidays) values ('2000-01-01', '20:00', '07:00', 5, false);

-- What a school has chosen, its last row being in force; without hours: those of the région again.
create table quiet_choice (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    evening_from time,
    evening_until time,
    weekend_from int check (weekend_from in (5, 6)),
    holidays boolean not null,
    chosen_at timestamptz not null,
    by_person_id bigint not null references person,
    check ((evening_from is null) = (evening_until is null)),
    primary key (school_id, id)
);

-- What a director let through in those hours, and why.
create table quiet_override (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    subject text not null,           -- e.g. 'note 12'
    reason text not null,
    at timestamptz not null,
    would_open_at timestamptz not null, -- when it would have been told
    by_person_id bigint not null references person,
    primary key (school_id, id),
    unique (school_id, subject)
);
create index quiet_override_at on quiet_override (school_id, at desc);

do $$
declare t text;
begin
    foreach t in array array['quiet_choice', 'quiet_override'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I to preau_app
            using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))
            with check (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy job_reads on %I for select to preau_job using (true)', t);
        execute format('create policy directory_moves on %I to preau_directory using (true) with check (true)', t);
        execute format('grant select, insert on %I to preau_app', t);
        execute format('grant select on %I to preau_job', t);
        execute format('grant select, update (by_person_id) on %I to preau_directory', t);
    end loop;
end $$;
grant delete on quiet_choice to preau_app;
grant select on quiet_usual to preau_app, preau_job, preau_directory;

-- When families are told of a note: at once, or when quiet hours end. Without: at once.
alter table note add column told_at timestamptz;
