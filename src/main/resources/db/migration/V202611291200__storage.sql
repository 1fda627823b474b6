-- Files that people bring. The bytes lie elsewhere, by their SHA-256; what a file belongs to is written by the feature
-- that keeps it, with a key to (school_id, id).
create table stored_file (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    name text not null,
    media_type text not null,           -- decided by what is inside
    size bigint not null check (size > 0),
    content text not null check (content ~ '^[0-9a-f]{64}$'),
    thumbnail text check (thumbnail ~ '^[0-9a-f]{64}$'),    -- of an image
    thumbnail_size bigint,
    width int,
    height int,
    owner_id bigint not null references person,
    created_at timestamptz not null,
    primary key (school_id, id)
);
create index stored_file_owner on stored_file (school_id, owner_id) include (size);
create index stored_file_person on stored_file (owner_id);
create index stored_file_content on stored_file (content);
create index stored_file_thumbnail on stored_file (thumbnail) where thumbnail is not null;
create index stored_file_age on stored_file (created_at);

alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy within_reach on stored_file to preau_app
    using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))
    with check (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy job_work on stored_file to preau_job using (true) with check (true);
create policy directory_work on stored_file to preau_directory using (true) with check (true);
grant select, insert, delete on stored_file to preau_app;
grant select, delete on stored_file to preau_job;
grant select, update (owner_id) on stored_file to preau_directory;

-- How much may be kept, in bytes, and for how many days a file that nothing uses yet: dated, the same for everybody.
create table file_rule (
    from_on date primary key,
    largest bigint not null check (largest > 0),
    per_person bigint not null check (per_person > 0),
    per_school bigint not null check (per_school > 0),
    loose_days int not null check (loose_days > 0)
);
insert into file_rule (from_on, largest, per_person, per_school, loose_days)
values ('2017-10-22', 50000000, 5000000000, 100000000000, 30);
grant select on file_rule to preau_app, preau_job;
