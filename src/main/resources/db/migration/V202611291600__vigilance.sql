-- What keeps a stolen account from doing harm: figures with their date, a trace of each sending for a day, and what waits for a second person.
create table vigilance_figure (
    figure text not null,
    valid_from date not null,
    value int not null check (value >= 0),
    primary key (figure, valid_from)
);
insert into vigilance_figure (figure, valid_from, value) values
    ('WINDOW_MINUTES', '2000-01-01', 10),      -- recipients are counted over this time
    ('PEOPLE', '2000-01-01', 50),              -- more people than this: held
    ('CLASS', '2000-01-01', 120),              -- families of the classes that one teaches, for staff whose second factor is proved on a known device
    ('SCHOOL', '2000-01-01', 600),             -- the same for one's own school
    ('PERIMETER', '2000-01-01', 1000),         -- the same for directions and teams below one's node
    ('NEW_DEVICE_HOURS', '2000-01-01', 24),    -- how long a device is new
    ('NEW_DEVICE_PEOPLE', '2000-01-01', 0),    -- from a new device, more people than this: held
    ('SAME_TEXT_SOURCES', '2000-01-01', 3),    -- this many families or schools with one text: held
    ('SAME_TEXT_MINUTES', '2000-01-01', 60),
    ('SAME_TEXT_LENGTH', '2000-01-01', 40),    -- a shorter text is everybody's: « Merci beaucoup »
    ('TRACE_HOURS', '2000-01-01', 24),
    ('REMIND_HOURS', '2000-01-01', 4),         -- a message that waits longer is told again, and to the level above
    ('REPORT_DAYS', '2000-01-01', 3),          -- a report without decision for longer goes to the level above too
    ('REPORT_MONTHS', '2000-01-01', 12);       -- what is decided is kept this long
grant select on vigilance_figure to preau_app, preau_job, preau_directory;

-- One line for each sending. Of the text only a keyed hash, in which nothing is read.
create table sending_trace (
    id bigint generated always as identity primary key,
    account_id bigint not null,
    at timestamptz not null,
    place_id bigint not null,           -- the message's school_id
    message_id bigint not null,
    source text not null,               -- the family, or the place of staff: what counts once
    people int not null,
    others int not null,                -- of them, those chosen one by one
    families int not null,              -- reached through circles, a family counting once
    words bytea,                        -- HMAC of the text without case, accents and marks; null when it is short
    cleared boolean not null default false -- a second person has let this text through
);
create index sending_trace_account on sending_trace (account_id, at);
create index sending_trace_words on sending_trace (words, at) where words is not null;
create index sending_trace_at on sending_trace (at);
alter table sending_trace enable row level security;
alter table sending_trace force row level security;
create policy job_work on sending_trace to preau_job using (true) with check (true);
grant select, insert, update (cleared), delete on sending_trace to preau_job;

alter table message drop constraint message_state_check;
alter table message add constraint message_state_check check (state in ('SENDING', 'WAITING', 'HELD', 'SENT', 'RETURNED'));
-- Taken back by somebody else than its author: for its readers the subject goes too.
alter table message add withdrawn_at timestamptz;

create table message_hold (
    school_id bigint not null,
    message_id bigint not null,
    author_id bigint not null references person,
    node_id bigint not null references structure,  -- whose people decide
    above_id bigint references structure,          -- these too, when it has waited
    reason text not null check (reason in ('NEW_DEVICE', 'MANY', 'SAME_TEXT')),
    account_id bigint not null,
    device_id bigint,
    words bytea,
    held_at timestamptz not null,
    reminded_at timestamptz,
    decided_by bigint references person,
    decided_at timestamptz,
    verdict text check (verdict in ('LET', 'REFUSED')),
    word text,
    primary key (school_id, message_id),
    foreign key (school_id, message_id) references message (school_id, id) on delete cascade
);
create index message_hold_open on message_hold (node_id) where decided_at is null;
create index message_hold_age on message_hold (held_at) where decided_at is null;
alter table message_hold enable row level security;
alter table message_hold force row level security;
create policy own on message_hold for select to preau_app using (author_id = any ((select own_persons())::bigint[]));
create policy job_work on message_hold to preau_job using (true) with check (true);
create policy directory_work on message_hold to preau_directory using (true) with check (true);
grant select on message_hold to preau_app;
grant select, insert, update, delete on message_hold to preau_job;
grant select, update (author_id, decided_by) on message_hold to preau_directory;

-- A device that a second person has vouched for by letting a message through from it.
alter table known_device add vouched_at timestamptz;

alter table door_secret no force row level security;
insert into door_secret (name, secret) values
    ('same-text', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
    ('report', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
alter table door_secret force row level security;

insert into notification_matter (kind, matter) values
    ('MESSAGE_WAITING', 'MESSAGES'), ('MESSAGE_LET', 'MESSAGES'), ('MESSAGE_REFUSED', 'MESSAGES'), ('MESSAGE_WITHDRAWN', 'MESSAGES');
