-- A school shuts its door to some of its people for a while: one act, with its reason, lifted as one. Who is also somewhere else, or in another profile, stays there.
create table school_block (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    reason text not null,
    profile text not null check (profile in ('PUPIL', 'GUARDIAN', 'TEACHER')),
    made_at timestamptz not null,
    made_by bigint not null references person,
    lifted_at timestamptz,
    lifted_by bigint references person,
    primary key (school_id, id)
);
create table school_blocked (
    school_id bigint not null,
    block_id bigint not null,
    person_id bigint not null references person,
    profile text not null,
    lifted boolean not null default false,  -- as the block is: read at every request
    primary key (school_id, block_id, person_id),
    foreign key (school_id, block_id) references school_block (school_id, id)
);
create index school_blocked_person on school_blocked (person_id) where not lifted;

do $$
declare t text;
begin
    foreach t in array array['school_block', 'school_blocked'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I for select to preau_app using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy directory_work on %I to preau_directory using (true) with check (true)', t);
        execute format('create policy door_reads on %I for select to preau_door using (true)', t);
        execute format('grant select on %I to preau_app, preau_door', t);
        execute format('grant select, insert, update, delete on %I to preau_directory', t);
    end loop;
end $$;
