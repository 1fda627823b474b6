-- What a school has decided of a service for one profile: the whole school (no class) or one class. No row: the usual answer.
create table service_switch (
    school_id bigint not null references structure,
    service text not null,
    profile text not null check (profile in ('PUPIL', 'GUARDIAN', 'TEACHER')),
    class_id bigint,
    open boolean not null,
    since timestamptz not null,
    by_person_id bigint references person,
    unique nulls not distinct (school_id, service, profile, class_id),
    foreign key (school_id, class_id) references school_class (school_id, id) on delete cascade
);

alter table service_switch enable row level security;
alter table service_switch force row level security;
create policy within_reach on service_switch for select to preau_app using
    (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy directory_work on service_switch to preau_directory using (true) with check (true);
create policy door_reads on service_switch for select to preau_door using (true);
grant select on service_switch to preau_app, preau_door;
grant select, insert, update, delete on service_switch to preau_directory;
