-- What the author of a note says aloud: one recording for a note.
create table note_voice (
    school_id bigint not null,
    note_id bigint not null,
    file_id bigint not null,
    primary key (school_id, note_id),
    unique (school_id, file_id),
    foreign key (school_id, note_id) references note (school_id, id),
    foreign key (school_id, file_id) references stored_file (school_id, id)
);
alter table note_voice enable row level security;
alter table note_voice force row level security;
create policy within_reach on note_voice to preau_app
    using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))
    with check (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy job_work on note_voice to preau_job using (true) with check (true);
grant select, insert on note_voice to preau_app;
grant select, delete on note_voice to preau_job;
