-- A note to families (carnet de liaison), as sent; corrections keep the earlier words in note_correction.
create table note (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    author_id bigint not null references person,
    title text not null,
    body text not null,                 -- commonmark
    category text not null check (category in ('OUTING', 'CANTEEN', 'EVENT', 'LAST_MINUTE', 'LEISURE', 'OTHER')),
    rule text not null check (rule in ('ONE', 'BOTH')),
    replies_open boolean not null,
    deadline date,
    audience text not null,             -- what the circles were called on the day, e.g. « Familles de CP A »
    sent_at timestamptz not null,
    corrected_at timestamptz,
    primary key (school_id, id)
);
create unique index note_number on note (id);
create index note_recent on note (school_id, sent_at desc);

-- To whom it was addressed: circles and persons, one shape for every service.
create table note_addressee (
    school_id bigint not null,
    note_id bigint not null,
    circle_id bigint,
    person_id bigint references person,
    check (num_nonnulls(circle_id, person_id) = 1),
    unique nulls not distinct (school_id, note_id, circle_id, person_id),
    foreign key (school_id, note_id) references note (school_id, id)
);

-- The children concerned, fixed at sending, with the class they were in.
create table note_pupil (
    school_id bigint not null,
    note_id bigint not null,
    pupil_id bigint not null references person,
    class_id bigint,
    primary key (school_id, note_id, pupil_id),
    foreign key (school_id, note_id) references note (school_id, id)
);
create index note_pupil_pupil on note_pupil (pupil_id, note_id);

-- Who received it on behalf of which child, fixed at sending; signs = linked by a code that signs on that day.
create table note_guardian (
    school_id bigint not null,
    note_id bigint not null,
    pupil_id bigint not null references person,
    guardian_id bigint not null references person,
    signs boolean not null,
    seen_at timestamptz,
    signed_at timestamptz,
    reply text,
    replied_at timestamptz,
    reminded_at timestamptz,
    primary key (school_id, note_id, pupil_id, guardian_id),
    foreign key (school_id, note_id, pupil_id) references note_pupil (school_id, note_id, pupil_id)
);
create index note_guardian_guardian on note_guardian (guardian_id, note_id);

-- The words before a correction.
create table note_correction (
    school_id bigint not null,
    note_id bigint not null,
    id bigint generated always as identity,
    title text not null,
    body text not null,
    deadline date,
    corrected_at timestamptz not null,
    corrected_by bigint not null references person,
    primary key (school_id, note_id, id),
    foreign key (school_id, note_id) references note (school_id, id)
);

-- A reminder, by hand (by) or by itself before the deadline (by null).
create table note_reminder (
    school_id bigint not null,
    note_id bigint not null,
    at timestamptz not null,
    by bigint references person,
    families int not null,
    primary key (school_id, note_id, at),
    foreign key (school_id, note_id) references note (school_id, id)
);

do $$
declare t text;
begin
    foreach t in array array['note', 'note_addressee', 'note_pupil', 'note_guardian', 'note_correction', 'note_reminder'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I to preau_app
            using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))
            with check (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy job_work on %I to preau_job using (true) with check (true)', t);
    end loop;
end $$;
grant select, insert on note, note_addressee, note_pupil, note_guardian, note_correction, note_reminder to preau_app;
grant update on note, note_guardian to preau_app;
grant select on note, note_addressee, note_pupil, note_guardian, note_correction, note_reminder to preau_job;
grant update on note_guardian to preau_job;
grant insert on note_reminder to preau_job;

-- What somebody was writing, kept as typed until it is sent or thrown away.
create table draft (
    account_id bigint not null references account,
    key text not null,
    form text not null,                 -- as the browser sent it (application/x-www-form-urlencoded)
    saved_at timestamptz not null,
    primary key (account_id, key)
);
alter table draft enable row level security;
alter table draft force row level security;
create policy own on draft to preau_app using (account_id = acting_account()) with check (account_id = acting_account());
create policy job_cleans on draft to preau_job using (true);
-- A form that arrives after its session has ended is kept for its owner, never shown before sign-in.
create policy door_keeps on draft to preau_door using (true) with check (true);
grant select, insert, update, delete on draft to preau_app, preau_door;
grant select, delete on draft to preau_job;
