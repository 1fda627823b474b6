-- SAML 2.0 joins the protocols that are answered, with what only its services have.
alter table connector drop constraint connector_protocol_check, add constraint connector_protocol_check check (protocol in ('CAS', 'OPENID', 'SAML')),
    add column certificates text[] not null default '{}',   -- what the service signs with, DER in base 64; several while it changes its key
    add column sign_out text,                               -- where a browser brings the answer to a sign-out that the service has asked for
    add check (protocol = 'SAML' or certificates = '{}' and sign_out is null);

-- Makes the identifiers of people at the GAR: the same whatever the way they are told, so not those of a service.
alter table door_secret no force row level security;
insert into door_secret (name, secret) values ('gar', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
alter table door_secret force row level security;
