-- Where a provider is told, in the browser, that somebody has signed out here; null when its metadata name no such place.
alter table identity_provider add column sign_out text, add column sign_out_answer text,
    add column tells_sign_out boolean not null default false;  -- whether it is told; else FrEduUrlRetour alone leads back to it

-- What an assertion called its subject and its session, on the way in. The words themselves only for a provider that is told of sign-outs.
alter table saml_arrival add column name_hash bytea, add column index_hash bytea, add column name_id text, add column session_index text;

-- The session here that an assertion has opened: its provider may close it.
create table saml_session (
    session_id bigint primary key references session (id) on delete cascade,
    provider text not null,
    name_hash bytea not null,           -- SHA-256 of the NameID
    index_hash bytea,                   -- of the SessionIndex; null when the assertion had none
    name_id text,                       -- the NameID as an element, to be given back at sign-out
    session_index text
);
create index saml_session_name on saml_session (provider, name_hash);
alter table saml_session enable row level security;
alter table saml_session force row level security;
create policy door_work on saml_session to preau_door using (true) with check (true);
grant select, insert, delete on saml_session to preau_door;
