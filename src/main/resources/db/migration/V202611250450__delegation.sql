-- An administration entrusted to somebody until a date, and how it ended: the history. What it gives is a dated row of role, or of
-- teaching for one class; it ends there by itself. Structures of any kind, so no school: read and written as directory work only.
create table delegation (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('SCHOOL', 'CLASS', 'NODE')),
    structure_id bigint not null references structure,
    class_id bigint,
    person_id bigint not null references person,
    granted_by bigint not null references person,
    granted_at timestamptz not null,
    starts_on date not null,
    ends_on date not null,
    revoked_at timestamptz,
    revoked_by bigint references person,
    check ((kind = 'CLASS') = (class_id is not null)),
    check (ends_on >= starts_on),
    foreign key (structure_id, class_id) references school_class (school_id, id) on delete cascade
);
create index delegation_structure on delegation (structure_id);
create index delegation_person on delegation (person_id);

alter table delegation enable row level security;
alter table delegation force row level security;
create policy directory_work on delegation to preau_directory using (true) with check (true);
grant select, insert, update on delegation to preau_directory;
