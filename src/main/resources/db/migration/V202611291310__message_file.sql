-- What a message carries; whoever reads the message has it.
create table message_file (
    school_id bigint not null,
    message_id bigint not null,
    file_id bigint not null,
    primary key (school_id, message_id, file_id),
    unique (school_id, file_id),
    foreign key (school_id, message_id) references message (school_id, id),
    foreign key (school_id, file_id) references stored_file (school_id, id)
);
alter table message_file enable row level security;
alter table message_file force row level security;
-- The wall of message is asked in its turn: a file is seen by those who see its message.
create policy with_its_message on message_file for select to preau_app using
    (cardinality((select own_persons())::bigint[]) > 0
     and exists (select 1 from message m where m.school_id = message_file.school_id and m.id = message_file.message_id));
create policy attached on message_file for insert to preau_app with check
    (exists (select 1 from message m where m.school_id = message_file.school_id and m.id = message_file.message_id
        and m.author_id = any ((select own_persons())::bigint[])));
create policy job_work on message_file to preau_job using (true) with check (true);
grant select, insert on message_file to preau_app;
grant select, delete on message_file to preau_job;

alter table message add column files int not null default 0;

-- A message crosses schools: its files do with it. Who works above schools, or in a town, keeps files of their own too.
create policy with_a_message on stored_file for select to preau_app using
    (cardinality((select own_persons())::bigint[]) > 0 and exists (select 1 from message_file a where a.school_id = stored_file.school_id and a.file_id = stored_file.id));
create policy own on stored_file to preau_app using (owner_id = any ((select own_persons())::bigint[])) with check (owner_id = any ((select own_persons())::bigint[]));
