-- The switch for the bad day. Read and written behind the job's wall only: nobody else learns who is stopped and why.
create table message_stop (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('PERSON', 'CLASS', 'NODE')),
    target_id bigint not null,
    node_id bigint not null references structure,   -- the node itself, or the school of the class or person
    reason text not null,
    drill boolean not null,
    made_by bigint not null references person,
    made_at timestamptz not null,
    lifted_by bigint references person,
    lifted_at timestamptz
);
create index message_stop_open on message_stop (kind, target_id) where lifted_at is null;
create index message_stop_node on message_stop (node_id, id desc);
alter table message_stop enable row level security;
alter table message_stop force row level security;
create policy job_work on message_stop to preau_job using (true) with check (true);
create policy directory_work on message_stop to preau_directory using (true) with check (true);
grant select, insert, update, delete on message_stop to preau_job;
grant select, update, delete on message_stop to preau_directory;
