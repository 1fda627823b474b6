-- One reading of a delivery. Counts and reasons only: no name, so no wall (reserved to directory work all the same).
create table feed_run (
    id bigint generated always as identity primary key,
    academy text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    state text not null check (state in ('DONE', 'FAILED')),
    changes bigint not null default 0,
    report text not null default ''
);

-- A record that could not be used: file, identifier and reason; never its content.
create table feed_reject (
    run_id bigint not null references feed_run,
    file text not null,
    identifier text,
    reason text not null,
    warning boolean not null
);
create index feed_reject_run on feed_reject (run_id);

grant select, insert, update on feed_run, feed_reject to preau_directory;
