-- A key that a device keeps and shows only to its holder (WebAuthn): what is here opens nothing.
create table passkey (
    account_id bigint not null references account,
    id bigint generated always as identity,
    credential_id bytea not null unique,
    public_key bytea not null,          -- attested credential data: model, credential id and public key (WebAuthn 3, 6.5.1)
    sign_count bigint not null,
    name text not null,
    made_at timestamptz not null,
    last_used_at timestamptz,
    primary key (account_id, id)
);
-- What a device is asked to sign, once, by the browser that asked for it.
create table passkey_challenge (
    token_hash bytea primary key,       -- SHA-256 of the browser's cookie
    challenge bytea not null,
    account_id bigint references account,   -- who adds a key; null for whoever enters with one
    expires_at timestamptz not null
);
do $$
declare t text;
begin
    foreach t in array array['passkey', 'passkey_challenge'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
end $$;
