-- Where an adult reads their mail: given and confirmed by themselves. Bounced: a server has said for good that nobody is there.
create table mail_address (
    account_id bigint primary key references account,
    email text not null,
    confirmed_at timestamptz not null,
    bounced_at timestamptz,
    bounce_code int
);

-- An address that waits for its code, of which only a hash is kept.
create table mail_address_wish (
    account_id bigint not null references account,
    id bigint generated always as identity,
    email text not null,
    code_hash bytea not null,
    asked_at timestamptz not null,
    tries int not null default 0,
    primary key (account_id, id)
);

-- What notifications are about, and how each is told by mail unless somebody chooses otherwise. Data: a new service brings its rows.
create table notification_matter (
    kind text primary key,
    matter text not null
);
insert into notification_matter (kind, matter) values ('NOTE', 'NOTES'), ('CORRECTION', 'NOTES'), ('REMINDER', 'FOLLOWUP'), ('REPLY', 'FOLLOWUP'),
    ('NEW_DEVICE', 'ACCOUNT'), ('SESSION_STOLEN', 'ACCOUNT'), ('PASSWORD_CHANGED', 'ACCOUNT'), ('SECOND_FACTOR_REMOVED', 'ACCOUNT'), ('ACCOUNTS_JOINED', 'ACCOUNT');
create table matter_cadence (
    matter text not null,
    channel text not null check (channel in ('MAIL', 'PUSH')),
    rank int not null,
    cadence text not null check (cadence in ('IMMEDIATE', 'DIGEST', 'NEVER')),
    primary key (matter, channel)
);
insert into matter_cadence (matter, channel, rank, cadence) values ('NOTES', 'MAIL', 1, 'DIGEST'), ('FOLLOWUP', 'MAIL', 2, 'DIGEST'), ('ACCOUNT', 'MAIL', 9, 'IMMEDIATE');

-- What somebody chose otherwise, and the hour of their evening letter.
create table letter_choice (
    account_id bigint not null references account,
    matter text not null,
    channel text not null check (channel in ('MAIL', 'PUSH')),
    cadence text not null check (cadence in ('IMMEDIATE', 'DIGEST', 'NEVER')),
    primary key (account_id, matter, channel),
    foreign key (matter, channel) references matter_cadence
);
create table letter_hour (
    account_id bigint primary key references account,
    hour int not null check (hour between 7 and 21)
);

-- Letters that leave: what they say is read when they do, from the notifications that carry their number. One evening letter a day for each account.
create table letter (
    id bigint generated always as identity primary key,
    account_id bigint not null references account,
    kind text not null check (kind in ('IMMEDIATE', 'DIGEST')),
    digest_on date,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'REFUSED', 'GIVEN_UP', 'NEEDLESS')),
    made_at timestamptz not null,
    next_at timestamptz not null,
    claimed_at timestamptz,
    tries int not null default 0,
    code int,
    ended_at timestamptz,
    check ((kind = 'DIGEST') = (digest_on is not null)),
    unique (account_id, digest_on)
);
create index letter_waiting on letter (next_at, id) where state = 'WAITING';
create index letter_ended on letter (ended_at) where ended_at is not null;

-- The number of the letter that told it; a notification goes into one letter at most.
alter table notification add column letter_id bigint;
create index notification_due on notification (deliver_at) where read_at is null;
create index notification_letter on notification (letter_id) where letter_id is not null;
grant update (letter_id) on notification to preau_job;

do $$
declare t text;
begin
    foreach t in array array['mail_address', 'mail_address_wish', 'letter_choice', 'letter_hour'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own on %I to preau_app using (account_id = acting_account()) with check (account_id = acting_account())', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('create policy job_work on %I to preau_job using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_app, preau_door', t);
        execute format('grant select on %I to preau_job', t);
    end loop;
end $$;
grant update (bounced_at, bounce_code) on mail_address to preau_job;
alter table letter enable row level security;
alter table letter force row level security;
create policy job_work on letter to preau_job using (true) with check (true);
grant select, insert, update, delete on letter to preau_job;
grant select on notification_matter, matter_cadence to preau_app, preau_job;
