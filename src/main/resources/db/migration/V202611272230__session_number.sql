-- What is told of a session outlives a change of its cookie (another password, two accounts that become one): a session has a number of its own.
alter table session add id bigint generated always as identity;
alter table session add constraint session_id unique (id);
create index session_ended on session (ended_at) where ended_at is not null;

-- Nobody has been led anywhere by what bore the cookie's hash: it lives for minutes.
delete from connector_visit;
delete from cas_ticket;
delete from openid_grant;
alter table connector_visit drop column session_hash, add session_id bigint not null references session (id) on delete cascade;
alter table cas_ticket drop column session_hash, add session_id bigint not null references session (id) on delete cascade;
alter table openid_grant drop column session_hash, add session_id bigint not null references session (id) on delete cascade;
create index connector_visit_session on connector_visit (session_id);
create index cas_ticket_session on cas_ticket (session_id);
create index openid_grant_session on openid_grant (session_id);

-- Only the protocols that are answered can be written down, and nothing that they do not use.
alter table connector drop constraint connector_protocol_check, add constraint connector_protocol_check check (protocol in ('CAS', 'OPENID')),
    drop column certificates, drop column demo;
