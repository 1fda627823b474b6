-- Keys by which push services know us (RFC 8292): the newest is given to devices, the others still sign for those that hold to them.
create table push_key (
    id bigint generated always as identity primary key,
    jwk text not null,                  -- RFC 7517, with its private part
    made_at timestamptz not null
);

-- A browser that its owner, an adult, wants to be told in: where its push service is, and with which keys what is sent is sealed (RFC 8291). It tells
-- one account only: whoever asks last in a browser has it.
create table push_subscription (
    account_id bigint not null references account,
    id bigint generated always as identity,
    device_id bigint not null,
    name text not null,                 -- of the device, as its owner would call it
    endpoint text not null unique,
    point text not null,
    secret text not null,
    key_id bigint not null references push_key on delete cascade,
    made_at timestamptz not null,
    primary key (account_id, id),
    unique (account_id, device_id),
    foreign key (account_id, device_id) references known_device on delete cascade
);
create index push_subscription_key on push_subscription (key_id);

do $$
declare t text;
begin
    foreach t in array array['push_key', 'push_subscription'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
end $$;
create policy own on push_subscription to preau_app using (account_id = acting_account());
grant select, delete on push_subscription to preau_app;
create policy job_work on push_subscription to preau_job using (true);
grant select, delete on push_subscription to preau_job;

-- A session that somebody ends, wherever and however, ends what its device is told; one that merely falls asleep does not.
create function push_ends() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    delete from push_subscription where account_id = new.account_id and device_id = new.device_id;
    return null;
end $$;
revoke execute on function push_ends() from public;
create trigger push_ends after update of ended_at on session for each row
    when (new.ended_at is not null and old.ended_at is null and new.device_id is not null) execute function push_ends();

-- What leaves for devices waits in the same line as letters: one row for each device of a batch, and a notification is in one batch at most.
create sequence push_batch;
grant usage on sequence push_batch to preau_job;
alter table letter add column channel text not null default 'MAIL' check (channel in ('MAIL', 'PUSH')),
    add column subscription_id bigint, add column batch_id bigint,
    add check ((channel = 'PUSH') = (subscription_id is not null and batch_id is not null)),
    add foreign key (account_id, subscription_id) references push_subscription on delete cascade;
alter table letter drop constraint letter_account_id_digest_on_key;
create unique index letter_digest on letter (account_id, channel, digest_on, subscription_id) nulls not distinct where digest_on is not null;
create index letter_subscription on letter (account_id, subscription_id) where subscription_id is not null;
alter table notification add column push_id bigint;
create index notification_push on notification (push_id) where push_id is not null;
grant update (push_id) on notification to preau_job;

-- Whoever asks to be told on a device wants it at once.
insert into matter_cadence (matter, channel, rank, cadence) select matter, 'PUSH', rank, 'IMMEDIATE' from matter_cadence where channel = 'MAIL';
