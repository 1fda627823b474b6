-- A door kept by others (SAML 2.0): EduConnect for families, the desk of each académie for its agents.
create table identity_provider (
    slug text primary key,              -- in our addresses: 'educonnect', 'agents-11'
    kind text not null check (kind in ('EDUCONNECT', 'AGENTS')),
    academy text,                       -- whose agents; null for EduConnect, which serves them all
    entity_id text not null unique,     -- its name in every message
    sign_on text not null,              -- where it is asked, by HTTP-Redirect; a path of this site for the demo
    certificates text[] not null,       -- DER in base 64; several while it changes its key
    return_hosts text[] not null default '{}',      -- hosts, besides its own, where it may send somebody at sign-out
    strong_contexts text[] not null default '{}',   -- AuthnContextClassRef that stand for a second factor
    open boolean not null default false,
    demo boolean not null default false,
    changed_at timestamptz not null,
    check ((kind = 'AGENTS') = (academy is not null))
);

-- Our own keys, when no file gives them: for trying only.
create table saml_key (
    name text primary key,
    private_key bytea not null,         -- PKCS#8
    certificate bytea not null          -- X.509, DER
);

-- Somebody who left for another door; waited for in the same browser, for a few minutes, once.
create table saml_request (
    id text primary key,                -- of the AuthnRequest
    provider text not null,
    browser_hash bytea not null,        -- SHA-256 of the cookie that the browser holds
    way text not null,                  -- where they were going here
    until timestamptz not null
);
create index saml_request_until on saml_request (until);

-- Assertions that have served: none serves twice.
create table saml_assertion (
    provider text not null,
    id_hash bytea not null,
    until timestamptz not null,
    primary key (provider, id_hash)
);
create index saml_assertion_until on saml_assertion (until);

-- Somebody whom another door has just proved, before they enter here: one per browser, taken once.
create table saml_arrival (
    browser_hash bytea primary key,
    provider text not null,
    persons bigint[] not null,          -- who they may be here; their accounts are looked up again
    leaves_to text,
    proved boolean not null,            -- a second factor was given there
    way text not null,
    until timestamptz not null
);
create index saml_arrival_until on saml_arrival (until);

do $$
declare t text;
begin
    foreach t in array array['identity_provider', 'saml_key', 'saml_request', 'saml_assertion', 'saml_arrival'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
end $$;

-- An agent is found by the address that the académie gave them.
create index person_staff_email on person (academy, lower(email)) where kind = 'STAFF';
