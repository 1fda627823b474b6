-- Keys that sign what OpenID Connect services are told: a new one each quarter, published before it signs and after it has ceased to.
create table openid_key (
    name text primary key,              -- kid
    jwk text not null,                  -- RFC 7517, with its private part
    made_at timestamptz not null
);

-- A way to a service: a code that serves once, then a token to ask with. Only hashes are kept.
create table openid_grant (
    code_hash bytea primary key,
    connector_id bigint not null references connector on delete cascade,
    session_hash bytea not null,
    address text not null,              -- where the code was sent; shown again with it
    nonce text,
    challenge text,                     -- PKCE, S256
    until timestamptz not null,
    spent_at timestamptz,
    token_hash bytea unique,
    token_until timestamptz
);
create index openid_grant_until on openid_grant (until);

do $$
declare t text;
begin
    foreach t in array array['openid_key', 'openid_grant'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
end $$;
