-- An authorisation request is a note that offers choices; families answer it instead of signing it.
alter table note add column authorises boolean not null default false;

-- What may be answered, as the author worded it; never changed once sent.
create table note_choice (
    school_id bigint not null,
    note_id bigint not null,
    number int not null check (number between 1 and 6),
    kind text not null check (kind in ('YES', 'NO', 'CONDITIONS', 'OWN')),
    label text not null,
    primary key (school_id, note_id, number),
    foreign key (school_id, note_id) references note (school_id, id)
);

-- What a guardian decided for a child: each version a line, the last one counts, a line without a choice takes back the one before.
-- Sealed with the line before it in the school. content is what the seal stands for, word by word; an erasure empties it and the chain still holds.
create table note_decision (
    school_id bigint not null,
    id bigint not null,                     -- in the order of the school, from 1, without a gap
    note_id bigint not null,
    pupil_id bigint not null references person,
    guardian_id bigint not null references person,
    signer text not null,                   -- the guardian's name on that day
    choice int,
    condition text,
    recorded_by bigint references person,   -- who of the school read it on paper; null: answered here
    at timestamptz not null,
    content text,
    content_hash bytea not null,
    previous bytea not null,
    seal bytea not null,
    primary key (school_id, id),
    foreign key (school_id, note_id) references note (school_id, id),
    foreign key (school_id, note_id, choice) references note_choice (school_id, note_id, number)
);
create index note_decision_last on note_decision (school_id, note_id, pupil_id, guardian_id, id desc);

create function note_decision_chain() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(7261742, hashint8(new.school_id));
    select coalesce(max(id), 0) + 1 into new.id from note_decision where school_id = new.school_id;
    select coalesce((select seal from note_decision where school_id = new.school_id and id = new.id - 1), '\x00') into new.previous;
    new.content_hash := sha256(convert_to(new.content, 'UTF8'));
    new.seal := sha256(new.previous || new.content_hash);
    return new;
end $$;
revoke execute on function note_decision_chain() from public;
create trigger note_decision_chain before insert on note_decision for each row execute function note_decision_chain();

-- A merge may rename who it is about, an erasure may empty the words; what was sealed stays sealed.
create function note_decision_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.school_id, new.id, new.note_id, new.at, new.content_hash, new.previous, new.seal)
           is not distinct from (old.school_id, old.id, old.note_id, old.at, old.content_hash, old.previous, old.seal)
       and new.choice is not distinct from old.choice and (new.content is null or new.content = old.content) then return new;
    end if;
    raise exception 'a decision stays as it was given';
end $$;
create trigger note_decision_stays before update or delete on note_decision for each row execute function note_decision_stays();

do $$
declare t text;
begin
    foreach t in array array['note_choice', 'note_decision'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I to preau_app
            using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))
            with check (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy job_work on %I to preau_job using (true) with check (true)', t);
        execute format('grant select, insert on %I to preau_app', t);
        execute format('grant select on %I to preau_job', t);
    end loop;
end $$;
create policy owner_seals on note_decision for select to current_user using (true);
create policy directory_merges on note_decision to preau_directory using (true) with check (true);
grant select on note_decision to preau_directory;
grant update (pupil_id, guardian_id, recorded_by) on note_decision to preau_directory;
grant update (signer, condition, content) on note_decision to preau_job;
