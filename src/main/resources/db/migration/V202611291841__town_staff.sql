-- Agents of town halls: asked for by their town, accepted by the région, confirmed every year.

-- The day of the year from which each colleague is confirmed (MM-DD), and delays in days. Each from a day on.
create table town_staff_rule (
    rule text not null,
    from_on date not null,
    value text not null,
    primary key (rule, from_on)
);
insert into town_staff_rule (rule, from_on, value) values
    ('CONFIRM_DAY', '2000-01-01', '09-01'),
    ('CONFIRM_DAYS', '2000-01-01', '30'),       -- then the access of those who were not confirmed ends
    ('TELL_DAYS', '2000-01-01', '10');          -- before that end, the town is told again
grant select on town_staff_rule to preau_app, preau_job;

-- A colleague whom a town asked for, from the asking to the end. The person is made when the région accepts.
create table town_staff (
    id bigint generated always as identity primary key,
    town_id bigint not null references structure,
    department_id bigint references structure,
    academy_id bigint not null references structure,
    region_id bigint not null references structure,
    state text not null check (state in ('ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'ENDED')),
    first_name text not null check (length(first_name) between 1 and 100),
    last_name text not null check (length(last_name) between 1 and 100),
    email text not null check (length(email) <= 254),
    position text not null check (length(position) between 1 and 200),
    schools bigint[] not null,          -- the schools of the town for which they publish
    reason text not null check (length(reason) between 1 and 1000),
    until_on date not null,             -- last day, at most that of the convention
    follows boolean not null,           -- asked for until the end of the convention: the next one carries it on, once confirmed
    asked_by bigint not null references person,
    asked_at timestamptz not null,
    decided_by bigint references person,
    decided_at timestamptz,
    word text not null default '' check (length(word) <= 1000),
    person_id bigint references person,
    confirmed_on date,
    told_on date,                       -- the town was asked to confirm
    told_again_on date,
    ended_on date,
    end_cause text check (end_cause in ('TOWN', 'REGION', 'UNCONFIRMED', 'TIME')),
    check ((state in ('ACCEPTED', 'ENDED')) = (person_id is not null)),
    check ((state = 'ENDED') = (ended_on is not null and end_cause is not null))
);
-- One demand that waits for an address, whichever town asks.
create unique index town_staff_waiting on town_staff (lower(email)) where state = 'ASKED';
create index town_staff_town on town_staff (town_id, state);
create index town_staff_department on town_staff (department_id, state);
create index town_staff_region on town_staff (region_id, state);
create index town_staff_person on town_staff (person_id);
alter table town_staff enable row level security;
alter table town_staff force row level security;
create policy concerned on town_staff for select to preau_app using (
    town_id = any ((select towns())::bigint[]) or region_id = any ((select reach())::bigint[])
    or academy_id = any ((select reach())::bigint[]) or department_id = any ((select reach())::bigint[]));
-- The town asks; the région or the DSDEN answers; both end it.
create policy town_asks on town_staff for insert to preau_app with check (town_id = any ((select towns())::bigint[]) and state = 'ASKED');
create policy concerned_decide on town_staff for update to preau_app using (
    town_id = any ((select towns())::bigint[]) or region_id = any ((select reach())::bigint[])
    or academy_id = any ((select reach())::bigint[]) or department_id = any ((select reach())::bigint[]));
create policy job_work on town_staff to preau_job using (true) with check (true);
create policy directory_work on town_staff to preau_directory using (true) with check (true);
create policy door_reads on town_staff for select to preau_door using (true);
grant select, insert on town_staff to preau_app;
grant update (state, decided_by, decided_at, word, person_id, confirmed_on, until_on, follows, ended_on, end_cause) on town_staff to preau_app;
grant select, update on town_staff to preau_job;
grant select, update, delete on town_staff to preau_directory;
grant select (id, town_id, state, email, person_id, until_on) on town_staff to preau_door;

insert into matter_cadence (matter, channel, rank, cadence) values ('TOWN', 'MAIL', 7, 'IMMEDIATE'), ('TOWN', 'PUSH', 7, 'IMMEDIATE');
insert into notification_matter (kind, matter) values ('TOWN_STAFF_DECIDED', 'TOWN'), ('TOWN_STAFF_CONFIRM', 'TOWN'), ('TOWN_STAFF_ENDING', 'TOWN');
