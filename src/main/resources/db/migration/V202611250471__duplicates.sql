-- Two persons of one school who may be the same human being, with a score and its reasons; what people have decided stays decided.
create table duplicate_pair (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    first_id bigint not null references person,
    second_id bigint not null references person,
    profile text not null check (profile in ('PUPIL', 'GUARDIAN', 'TEACHER')),
    score int not null,
    reasons text[] not null,            -- codes; the words are the screen's
    state text not null default 'OPEN' check (state in ('OPEN', 'DISMISSED', 'MERGED')),
    found_at timestamptz not null,
    decided_at timestamptz,
    decided_by bigint references person,
    check (first_id < second_id),
    primary key (school_id, id),
    unique (school_id, first_id, second_id)
);
create index duplicate_pair_first on duplicate_pair (first_id);
create index duplicate_pair_second on duplicate_pair (second_id);
alter table duplicate_pair enable row level security;
alter table duplicate_pair force row level security;
create policy within_reach on duplicate_pair for select to preau_app using
    (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy directory_work on duplicate_pair to preau_directory using (true) with check (true);
grant select on duplicate_pair to preau_app;
grant select, insert, update, delete on duplicate_pair to preau_directory;

-- The identifier under which a source still brings somebody who was merged into another person: what it brings is this person's.
create table person_alias (
    academy text not null,
    join_key text not null,
    person_id bigint not null references person,
    since timestamptz not null,
    primary key (academy, join_key)
);
create index person_alias_person on person_alias (person_id);
alter table person_alias enable row level security;
alter table person_alias force row level security;
create policy directory_work on person_alias to preau_directory using (true) with check (true);
grant select, insert, update, delete on person_alias to preau_directory;

-- What is left of a person merged into another: the number that the journal knows, and where they went.
alter table person add column merged_into bigint references person;
create index person_merged on person (merged_into) where merged_into is not null;
grant select (merged_into) on person to preau_app, preau_door;

-- A merge moves what somebody wrote, received and signed; only the directory does so, never a request of its own.
do $$
declare t text;
begin
    foreach t in array array['note', 'note_addressee', 'note_pupil', 'note_guardian', 'note_correction', 'note_reminder', 'notification'] loop
        execute format('create policy directory_merges on %I to preau_directory using (true) with check (true)', t);
        execute format('grant select on %I to preau_directory', t);
    end loop;
end $$;
grant update (author_id) on note to preau_directory;
grant update (corrected_by) on note_correction to preau_directory;
grant update (by) on note_reminder to preau_directory;
grant update (person_id), delete on note_addressee to preau_directory;
grant insert, delete on note_pupil to preau_directory;
grant insert, delete on note_guardian to preau_directory;
grant update (person_id, pupil_id), delete on notification to preau_directory;
grant update (signs, seen_at, signed_at, reply, replied_at, reminded_at) on note_guardian to preau_directory;
