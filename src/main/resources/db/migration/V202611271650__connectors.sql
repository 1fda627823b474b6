-- The services outside that believe what is said here of somebody. Deny by default: no place, no profile, no attribute unless it is written.
create table connector (
    id bigint generated always as identity primary key,
    slug text not null unique,          -- in our addresses
    title text not null,
    purpose text not null,              -- for those who are led there
    protocol text not null check (protocol in ('CAS', 'SAML', 'OPENID')),
    name text,                          -- entityID or client_id; null for CAS
    addresses text[] not null,          -- beginnings of addresses for CAS, exact ones for the others
    callbacks text[] not null default '{}',
    certificates text[] not null default '{}',  -- DER in base 64, for SAML
    shared_secret bytea,                -- SHA-256, for OpenID Connect; null for a public client
    profiles text[] not null,
    attributes text[] not null,
    pseudonym_key bytea not null,       -- makes the identifiers of this service, which mean nothing elsewhere
    open boolean not null default false,
    demo boolean not null default false,
    changed_at timestamptz not null,
    check ((protocol = 'CAS') = (name is null))
);
create unique index connector_name on connector (protocol, name) where name is not null;

create table connector_place (
    connector_id bigint not null references connector on delete cascade,
    structure_id bigint not null references structure,     -- and all beneath it
    primary key (connector_id, structure_id)
);

-- Where a session has led its holder, and what the service calls that visit: it is told when the session ends.
create table connector_visit (
    id bigint generated always as identity primary key,
    session_hash bytea not null,        -- as in session.token_hash; the row there may go first
    connector_id bigint not null references connector on delete cascade,
    address text not null,
    mark text not null,                 -- a spent CAS ticket, a SAML SessionIndex, an OpenID sid
    subject text not null,              -- the identifier that the service was given
    at timestamptz not null
);
create index connector_visit_session on connector_visit (session_hash);

-- Tickets of CAS. Only a hash is kept until the service has shown the ticket.
create table cas_ticket (
    id_hash bytea primary key,
    kind text not null check (kind in ('SERVICE', 'PROXY', 'GRANTING')),
    connector_id bigint not null references connector on delete cascade,
    service text not null,              -- for a granting ticket, the address that it was sent to
    session_hash bytea not null,
    fresh boolean not null,             -- its holder had just entered
    proxies text[] not null default '{}',       -- those who asked in somebody's name, the last first
    until timestamptz not null
);
create index cas_ticket_until on cas_ticket (until);
create index cas_ticket_session on cas_ticket (session_hash);

do $$
declare t text;
begin
    foreach t in array array['connector', 'connector_place', 'connector_visit', 'cas_ticket'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
end $$;
