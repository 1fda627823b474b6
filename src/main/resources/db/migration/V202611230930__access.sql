-- Credentials of somebody. May hold several persons. States: TO_ACTIVATE (created by the feed), ACTIVE, CLOSED.
create table account (
    id bigint generated always as identity primary key,
    login text not null unique,
    state text not null default 'TO_ACTIVATE' check (state in ('TO_ACTIVATE', 'ACTIVE', 'CLOSED')),
    demo boolean not null default false,
    password_hash text,
    totp_secret text,
    totp_pending text,                  -- shown for enrolment, not yet proved
    totp_last_step bigint,              -- a code is accepted once
    picture_hash text,
    picture_failures int not null default 0,
    picture_blocked_at timestamptz,
    failures int not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null,
    first_sign_in_at timestamptz,
    last_sign_in_at timestamptz
);

create table account_person (
    account_id bigint not null references account,
    person_id bigint not null references person,
    primary key (account_id, person_id)
);
create unique index account_of_person on account_person (person_id);

-- Comfort settings, kept per account: theme, font, spacing, size, contrast, motion.
create table comfort (
    account_id bigint primary key references account,
    settings text not null              -- the attributes of <html>, e.g. 'theme=dark;size=large'
);

-- How long a session lasts, by profile and device: dated data.
create table session_lifetime (
    profile text not null,
    device text not null check (device in ('PERSONAL', 'SHARED')),
    idle_minutes int not null,
    absolute_minutes int not null,
    primary key (profile, device)
);
insert into session_lifetime (profile, device, idle_minutes, absolute_minutes) values
    ('PUPIL', 'PERSONAL', 30, 720), ('PUPIL', 'SHARED', 10, 240),
    ('GUARDIAN', 'PERSONAL', 30, 720), ('GUARDIAN', 'SHARED', 15, 240),
    ('TEACHER', 'PERSONAL', 30, 720), ('TEACHER', 'SHARED', 15, 720),
    ('TOWN', 'PERSONAL', 30, 720), ('TOWN', 'SHARED', 15, 720),
    ('SUPERVISION', 'PERSONAL', 30, 720), ('SUPERVISION', 'SHARED', 15, 720),
    ('SUPPORT', 'PERSONAL', 30, 720), ('SUPPORT', 'SHARED', 15, 720);

-- A signed-in browser; the cookie holds a 256-bit token, only its SHA-256 is kept. Read at every request, written once a minute.
create table session (
    token_hash bytea primary key,
    account_id bigint not null references account,
    person_id bigint not null references person,   -- the hat being worn
    profile text not null,
    device text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    idle_until timestamptz not null,
    ends_at timestamptz not null,
    second_factor_at timestamptz,       -- last proof of the second factor, or of the password for step-up
    ended_at timestamptz
);
create index session_account on session (account_id);

-- A pupil's card: the URL in its QR holds a 128-bit token, only its SHA-256 is kept.
create table card (
    token_hash bytea primary key,
    person_id bigint not null references person,
    made_at timestamptz not null,
    expires_on date not null,
    revoked_at timestamptz
);
create index card_person on card (person_id);

-- The charter, versioned, for adults and for children; each new version asks everybody again.
create table charter (
    audience text not null check (audience in ('ADULT', 'CHILD')),
    version int not null,
    body text not null,
    effective_from timestamptz not null,
    primary key (audience, version)
);

-- Proof of acceptance: which version, hash of its text, when and how.
create table charter_acceptance (
    account_id bigint not null references account,
    audience text not null,
    version int not null,
    text_hash text not null,
    accepted_at timestamptz not null,
    manner text not null,               -- READ (adult), LISTENED (child alone)
    primary key (account_id, audience, version),
    foreign key (audience, version) references charter (audience, version)
);

-- Failures by network address, to slow guessing without locking a school behind one address.
create table door_failure (
    source text primary key,            -- SHA-256 of the address
    failures int not null,
    since timestamptz not null
);

-- Secrets of this installation, e.g. the one that cards are derived from.
create table door_secret (
    name text primary key,
    secret bytea not null
);
insert into door_secret (name, secret) values ('card', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- A repeated form has one effect and the same answer: key of the form, by account, with the answer once it is known.
create table once (
    account_id bigint not null references account,
    key text not null,
    answer text,
    at timestamptz not null,
    primary key (account_id, key)
);

alter table account enable row level security;
alter table account force row level security;
create policy within_reach on account for select to preau_app using
    (id = acting_account() or exists (select 1 from account_person ap where ap.account_id = account.id));
create policy door_work on account to preau_door using (true) with check (true);
create policy directory_work on account to preau_directory using (true) with check (true);
create policy job_reads on account for select to preau_job using (true);

alter table account_person enable row level security;
alter table account_person force row level security;
create policy within_reach on account_person for select to preau_app using
    (person_id = any ((select own_persons())::bigint[]) or exists (select 1 from affiliation a where a.person_id = account_person.person_id));
create policy door_work on account_person to preau_door using (true) with check (true);
create policy directory_work on account_person to preau_directory using (true) with check (true);
create policy job_reads on account_person for select to preau_job using (true);

alter table comfort enable row level security;
alter table comfort force row level security;
create policy own on comfort to preau_app using (account_id = acting_account()) with check (account_id = acting_account());
create policy door_reads on comfort for select to preau_door using (true);

alter table once enable row level security;
alter table once force row level security;
create policy own on once to preau_app using (account_id = acting_account()) with check (account_id = acting_account());
create policy job_cleans on once to preau_job using (true);

do $$
declare t text;
begin
    foreach t in array array['session', 'card', 'charter_acceptance', 'door_failure', 'door_secret'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
    end loop;
end $$;

-- Secrets stay with the door: the application's own role reads no hash and no code.
grant select (id, login, state, first_sign_in_at, last_sign_in_at, picture_blocked_at) on account to preau_app, preau_job;
grant select, insert, update on account, account_person to preau_door, preau_directory;
grant delete on account_person to preau_directory;
grant select on account_person to preau_app, preau_job;
grant select, insert, update on comfort to preau_app;
grant select on comfort to preau_door;
grant select on door_secret to preau_door;
grant select, insert, update, delete on session, card, charter_acceptance, door_failure to preau_door;
grant select on session_lifetime, charter to preau_app, preau_door;
grant insert on charter to preau_directory;
grant select, insert, update, delete on once to preau_app;
grant select, delete on once to preau_job;

insert into charter (audience, version, effective_from, body) values
('ADULT', 1, '2024-08-01', $$
## Ce que Préau permet

Préau relie l’école, les familles et la mairie. Chacun y voit ce qui le concerne, et rien d’autre.

- Les mots et les réponses restent entre l’école et la famille de l’enfant.
- L’école sait si un mot a été vu et signé, pas davantage.
- Vos données servent à la vie de l’école ; elles ne sont ni vendues, ni utilisées pour de la publicité.

## Ce que chacun promet

- Garder son mot de passe pour soi et se déconnecter sur un appareil partagé.
- Écrire aux autres comme on leur parlerait à la porte de l’école.
- Ne pas diffuser ce qui concerne un autre enfant que le sien.
- Signaler à l’école ce qui ne devrait pas être là.

## Vos droits

Vous pouvez demander à voir vos données, à les corriger et, dans les cas prévus par la loi, à les effacer, auprès de la direction de l’école ou du
délégué à la protection des données de l’académie.
$$),
('CHILD', 1, '2024-08-01', $$lock|charte-1|Je garde mes images secrètes.
together|charte-2|Je suis gentil avec les autres, comme dans la cour.
ask|charte-3|Si quelque chose m’embête, je le dis à un grand.
camera|charte-4|Je demande avant de prendre une photo.
heart|charte-5|Je prends soin du matériel.$$);
