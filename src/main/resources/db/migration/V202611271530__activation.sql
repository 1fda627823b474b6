-- A code that opens an account once: the first time, or anew when its holder has forgotten. Short enough to be copied from paper (49 bits), so only a
-- keyed hash is kept: whoever reads this table cannot try them all without the secret.
create table activation_code (
    account_id bigint primary key references account,
    code_hmac bytea not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
alter table activation_code enable row level security;
alter table activation_code force row level security;
create policy door_work on activation_code to preau_door using (true) with check (true);
grant select, insert, update, delete on activation_code to preau_door;
alter table door_secret no force row level security;
insert into door_secret (name, secret) values ('activation', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
alter table door_secret force row level security;

-- How long a code on paper is worth something, in days, by what it is for: dated data.
create table code_lifetime (
    purpose text not null check (purpose in ('FIRST', 'RENEWAL')),
    from_on date not null,
    days int not null check (days between 1 and 366),
    primary key (purpose, from_on)
);
insert into code_lifetime (purpose, from_on, days) values ('FIRST', '2024-08-01', 90), ('RENEWAL', '2024-08-01', 7);
grant select on code_lifetime to preau_door;

-- What a new password must be, by profile; the rule of the latest date holds. An academy's own habit (four kinds of characters, not the last three)
-- is another row, e.g. ('TEACHER', …, 12, 4, 10, 3).
create table password_rule (
    profile text not null,
    from_on date not null,
    min_length int not null,            -- characters
    min_kinds int not null,             -- of lower case, upper case, digits, others; 1 asks for nothing (ASVS 5.0, V6.2.5)
    min_guesses numeric not null,       -- power of ten of the guesses that a cracker needs (CNIL 2022-100: guessability)
    remembers int not null,             -- earlier passwords that are refused
    primary key (profile, from_on)
);
insert into password_rule (profile, from_on, min_length, min_kinds, min_guesses, remembers) values
    ('PUPIL', '2024-08-01', 8, 1, 6, 0),
    ('GUARDIAN', '2024-08-01', 12, 1, 10, 1), ('TEACHER', '2024-08-01', 12, 1, 10, 1), ('TOWN', '2024-08-01', 12, 1, 10, 1),
    ('SUPERVISION', '2024-08-01', 12, 1, 10, 1), ('SUPPORT', '2024-08-01', 12, 1, 10, 1);
grant select on password_rule to preau_door;

-- Earlier passwords, as far as the rule remembers them.
create table password_before (
    account_id bigint not null references account,
    hash text not null,
    until timestamptz not null,         -- when it was replaced
    primary key (account_id, until)
);
alter table password_before enable row level security;
alter table password_before force row level security;
create policy door_work on password_before to preau_door using (true) with check (true);
grant select, insert, delete on password_before to preau_door;
