-- The convention of a commune, for the dates that it says: what lets its agents in by ProConnect. The feature of conventions will write this table; until
-- then the operator does, and the demo.
create table town_convention (
    id bigint generated always as identity primary key,
    town_id bigint not null references structure,
    siren text not null check (siren ~ '^[0-9]{9}$'),   -- of the commune, as the convention names it
    from_on date not null,
    to_on date not null,                -- last day
    check (from_on <= to_on),
    unique (town_id, from_on)
);
create index town_convention_siren on town_convention (siren, to_on);

-- An agent whom a referent of the commune lets in: by a link that serves once, then by the identity that came with it, until it is withdrawn.
create table town_invitation (
    id bigint generated always as identity primary key,
    town_id bigint not null references structure,
    email text not null,                -- in small letters; what ProConnect must say
    person_id bigint references person, -- whom it means: somebody known before, or made on entering
    makes boolean not null,             -- whether it makes the person, whose role then lasts as long as the convention
    code_hash bytea not null unique,    -- SHA-256 of what the link carries
    made_by bigint not null references person,
    made_at timestamptz not null,
    until timestamptz not null,         -- the link is worth nothing from then on
    used_at timestamptz,
    subject_hash bytea,                 -- SHA-256 of the identity that used it
    withdrawn_at timestamptz,
    check ((used_at is null) = (subject_hash is null)),
    check (makes or person_id is not null)
);
create index town_invitation_town on town_invitation (town_id);
create index town_invitation_subject on town_invitation (subject_hash) where subject_hash is not null;
create index town_invitation_person on town_invitation (person_id);
create index town_invitation_made_by on town_invitation (made_by);

-- How many days the link of an invitation is worth something: dated data.
create table town_invitation_lifetime (
    from_on date primary key,
    days int not null check (days between 1 and 90)
);
insert into town_invitation_lifetime (from_on, days) values ('2024-08-01', 15);
grant select on town_invitation_lifetime to preau_door;

-- Somebody who left for ProConnect; waited for in the same browser, for a few minutes, once.
create table proconnect_request (
    state_hash bytea primary key,
    browser_hash bytea not null,        -- SHA-256 of the cookie that the browser holds
    nonce_hash bytea not null,
    invitation_id bigint references town_invitation on delete cascade,
    way text not null,                  -- where they were going here
    until timestamptz not null
);
create index proconnect_request_until on proconnect_request (until);
create index proconnect_request_invitation on proconnect_request (invitation_id);

-- Codes that have been redeemed: none is redeemed twice.
create table proconnect_code (
    code_hash bytea primary key,
    until timestamptz not null
);
create index proconnect_code_until on proconnect_code (until);

do $$
declare t text;
begin
    foreach t in array array['town_convention', 'town_invitation', 'proconnect_request', 'proconnect_code'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
    -- People who turn out to be one, and people who are erased: the directory's work.
    create policy directory_work on town_invitation to preau_directory using (true) with check (true);
    grant select, update, delete on town_invitation to preau_directory;
end $$;
