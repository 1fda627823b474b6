-- Numbers of the doors that an academy may want otherwise: dated data, never code.
create table door_rule (
    name text primary key,              -- e.g. 'ARRIVAL_MINUTES': how long the QR of « la classe arrive » lives
    amount int not null check (amount > 0)
);
insert into door_rule (name, amount) values
    ('ARRIVAL_MINUTES', 10),
    ('PASSPHRASE_FROM', 7);             -- position of CE2 (1123) in school_level
grant select on door_rule to preau_app, preau_door;

-- A class arrives: one QR that its tablets photograph. The token comes from the installation's secret and this row; only its SHA-256 is kept.
create table class_arrival (
    school_id bigint not null,
    id bigint generated always as identity,
    class_id bigint not null,
    token_hash bytea,
    opened_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (school_id, id),
    foreign key (school_id, class_id) references school_class (school_id, id) on delete cascade
);
create index class_arrival_class on class_arrival (school_id, class_id);
create unique index class_arrival_token on class_arrival (token_hash);

-- A tablet of the class: whoever holds it sees the faces of the class, and enters with the pictures of one of them. It belongs to nobody.
create table class_device (
    school_id bigint not null,
    id bigint generated always as identity,
    class_id bigint not null,
    token_hash bytea not null,          -- SHA-256 of the 256 bits in the cookie
    label text not null,
    paired_at timestamptz not null,
    ends_on date not null,              -- last day on which it is worth anything
    revoked_at timestamptz,
    primary key (school_id, id),
    foreign key (school_id, class_id) references school_class (school_id, id) on delete cascade
);
create index class_device_class on class_device (school_id, class_id);
create unique index class_device_token on class_device (token_hash);

do $$
declare t text;
begin
    foreach t in array array['class_arrival', 'class_device'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I for select to preau_app using
            (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy door_work on %I to preau_door using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_door', t);
    end loop;
end $$;

-- The tablet by which a child has entered: its end is the end of their session.
alter table session add class_device_id bigint;
create index session_class_device on session (class_device_id) where class_device_id is not null;

-- Picture codes are kept as a keyed HMAC of this installation; the class's QR is derived from its own secret.
-- Only the owner adds a secret, and only here: the door reads them.
alter table door_secret no force row level security;
insert into door_secret (name, secret) values
    ('picture', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
    ('arrival', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
alter table door_secret force row level security;
