-- A browser in which somebody has entered, recognised by a cookie of its own when the session is long over. Only a hash of it is kept. It is what
-- « new device » is said against, and it keeps its own count of failures: whoever guesses elsewhere does not keep the owner out here.
create table known_device (
    account_id bigint not null references account,
    id bigint generated always as identity,
    token_hash bytea not null,
    name text not null,                 -- as its owner would call it: « Firefox sur Android »
    first_at timestamptz not null,
    last_at timestamptz not null,
    failures int not null default 0,
    locked_until timestamptz,
    primary key (account_id, id),
    unique (account_id, token_hash)
);
alter table known_device enable row level security;
alter table known_device force row level security;
create policy door_work on known_device to preau_door using (true) with check (true);
grant select, insert, update, delete on known_device to preau_door;

-- Which client a session belongs to: what calls itself otherwise has stolen it. The network is a hash of its prefix; null until the first request.
alter table session add client text, add network text, add device_id bigint;
create index session_created on session (created_at);
create index session_device on session (account_id, device_id);
drop index session_account;

-- Wrong codes (second factor, sheet) are counted apart from wrong passwords: whoever guesses passwords from outside does not lock the second step.
alter table account add code_failures int not null default 0, add code_locked_until timestamptz, add failed_at timestamptz;
create index account_failed on account (failed_at) where failed_at is not null;
grant update on account to preau_door;
