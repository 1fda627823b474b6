-- What somebody should know, made from facts; seen only by its own person.
create table notification (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    person_id bigint not null references person,
    kind text not null,
    subject_id bigint not null,         -- e.g. the note's number
    pupil_id bigint references person,  -- the child it is about
    fact text not null,                 -- identity of the fact: a replay makes no second notification
    at timestamptz not null,
    read_at timestamptz,
    primary key (school_id, id),
    unique nulls not distinct (school_id, person_id, fact, pupil_id)
);
create index notification_person on notification (person_id, at desc);
alter table notification enable row level security;
alter table notification force row level security;
create policy own on notification to preau_app
    using (person_id = any ((select own_persons())::bigint[])) with check (person_id = any ((select own_persons())::bigint[]));
create policy job_work on notification to preau_job using (true) with check (true);
grant select, update on notification to preau_app;
grant select, insert, delete on notification to preau_job;

-- The journal: append-only, each line sealed with the hash of the one before. Numbers and codes only: no name, no text.
create table audit (
    id bigint primary key,
    at timestamptz not null,
    action text not null,
    account_id bigint,
    person_id bigint,
    school_id bigint,
    subject text not null,
    fact text not null unique,
    previous bytea not null,
    seal bytea not null
);
create index audit_school on audit (school_id, at desc);

create function audit_seal_of(a audit) returns bytea
    language sql stable
    return sha256(a.previous || convert_to(concat_ws('|', a.id, extract(epoch from a.at)::numeric(20, 6), a.action,
        coalesce(a.account_id::text, '-'), coalesce(a.person_id::text, '-'), coalesce(a.school_id::text, '-'), a.subject, a.fact), 'UTF8'));

create function audit_chain() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform pg_advisory_xact_lock(7261735);
    select coalesce(max(id), 0) + 1 into new.id from audit;
    select coalesce((select seal from audit where id = new.id - 1), '\x00') into new.previous;
    new.seal := audit_seal_of(new);
    return new;
end $$;
create trigger audit_chain before insert on audit for each row execute function audit_chain();

create function audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only';
end $$;
create trigger audit_stays before update or delete on audit for each row execute function audit_stays();
create trigger audit_is_not_emptied before truncate on audit for each statement execute function audit_stays();

alter table audit enable row level security;
alter table audit force row level security;
create policy within_reach on audit for select to preau_app using
    (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy job_work on audit for insert to preau_job with check (true);
create policy job_reads on audit for select to preau_job using (true);
create policy owner_seals on audit for select to current_user using (true);
grant select on audit to preau_app;
grant select, insert on audit to preau_job;

-- Facts on their way to those who listen (Spring Modulith's registry); ids only.
create table event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_open on event_publication (completion_date);
grant select, insert, update, delete on event_publication to preau_app, preau_door, preau_directory, preau_job;

-- Scheduled work (db-scheduler).
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
grant select, insert, update, delete on scheduled_tasks to preau_app, preau_job;
