-- Who has entered, or tried to, as each school where they have a place sees it: a line for each of them, so that a page reads one school and no other.
-- No address and no password; kept for as long as the rule says (CNIL 2021-122: six months to one year).
create table sign_in (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    at timestamptz not null,
    person_id bigint not null references person,
    profile text not null check (profile in ('PUPIL', 'GUARDIAN', 'TEACHER')),
    refused boolean not null,
    manner text,                        -- e.g. 'password'; null for a refusal
    device text,                        -- as its owner would call it: « Firefox sur Android »
    fact text not null,
    primary key (school_id, id),
    unique (school_id, person_id, fact)
);
create index sign_in_at on sign_in (school_id, at desc, id desc);
create index sign_in_profile on sign_in (school_id, profile, at desc, id desc);
create index sign_in_person on sign_in (person_id);
create index sign_in_old on sign_in using brin (at);

-- How many, day by day: a perimeter is read without its lines.
create table sign_in_day (
    school_id bigint not null references structure,
    day date not null,
    profile text not null check (profile in ('PUPIL', 'GUARDIAN', 'TEACHER')),
    entered int not null,
    refused int not null,
    primary key (school_id, day, profile)
);

do $$
declare t text;
begin
    foreach t in array array['sign_in', 'sign_in_day'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I for select to preau_app using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select on %I to preau_app', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
end $$;

insert into retention_rule (category, days, from_on) values ('SIGN_INS', 365, '2017-10-22');
