-- One act on a class by somebody of the school, with the rows as they were before it: what « Annuler » puts back.
-- Numbers only, kept for a day.
create table class_change (
    school_id bigint not null,
    id bigint generated always as identity,
    class_id bigint not null,
    kind text not null check (kind in ('MOVED', 'ADDED', 'REMOVED', 'COMPOSED', 'RETURNED', 'ATTACHED', 'DETACHED', 'RENAMED', 'CLOSED')),
    at timestamptz not null,
    by_person_id bigint not null references person,
    person_ids bigint[] not null,       -- the pupils placed, or the teachers attached
    before jsonb not null,              -- seats, refusals, teachings, label
    undone_at timestamptz,
    primary key (school_id, id),
    foreign key (school_id, class_id) references school_class (school_id, id)
);
create index class_change_at on class_change (school_id, at);

alter table class_change enable row level security;
alter table class_change force row level security;
create policy within_reach on class_change for select to preau_app using
    (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy directory_work on class_change to preau_directory using (true) with check (true);
grant select on class_change to preau_app;
grant select, insert, update, delete on class_change to preau_directory;
