-- Somebody who says that they have forgotten how to enter, and at which address they read their mail: looked up later, so that the answer is the same,
-- and as quick, whoever they are. Gone once it has been looked at.
create table forgotten (
    id bigint generated always as identity primary key,
    email text not null,
    site text not null,                 -- our own address, as this visitor sees it
    asked_at timestamptz not null
);

-- A link that was sent by mail: it lets its reader choose another password, once. Only a hash of it is kept.
create table reset_link (
    token_hash bytea primary key,
    account_id bigint not null references account,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index reset_link_account on reset_link (account_id, made_at);

do $$
declare t text;
begin
    foreach t in array array['forgotten', 'reset_link'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
end $$;

insert into door_rule (name, amount) values ('RESET_MINUTES', 30), ('RESETS_AN_HOUR', 3);
create index person_email on person (lower(email)) where email is not null and kind <> 'PUPIL' and departed_at is null;
