-- A reading of a delivery from the moment it is asked for: it can be followed, left, and found again.
alter table feed_run drop constraint feed_run_state_check;
alter table feed_run add constraint feed_run_state_check
    check (state in ('RUNNING', 'DONE', 'REHEARSED', 'STOPPED', 'FAILED'));
alter table feed_run add column nature text not null default 'FULL' check (nature in ('FULL', 'DELTA'));
alter table feed_run add column delivery_date text not null default '';  -- yyyyMMdd, as the names of the files say
alter table feed_run add column source text not null default '';         -- name of the folder or archive, never its path
alter table feed_run add column digest text;                             -- of the files: an unchanged delivery is known by it
alter table feed_run add column step text not null default '';           -- what is being done, in French
alter table feed_run add column percent int not null default 0;
alter table feed_run add column seen_at timestamptz;                     -- the reading says that it lives; silent for a minute: it was killed
alter table feed_run add column departed bigint not null default 0;
alter table feed_run add column rejected bigint not null default 0;
alter table feed_run add column warned bigint not null default 0;
create index feed_run_academy on feed_run (academy, id desc);

-- Somebody's wish to have a delivery of the drop folder read; taken by the node that holds the folder.
create table feed_wish (
    id bigint generated always as identity primary key,
    source text not null,               -- name inside the drop folder
    dry_run boolean not null,
    accept_shrink boolean not null,
    asked_by bigint,                    -- account; null: the watch of the folder
    asked_at timestamptz not null
);

-- From which share of leaving people on a delivery stops and asks: dated data, edited by the région.
create table feed_rule (
    from_on date primary key,
    shrink_percent int not null check (shrink_percent between 1 and 100)
);
insert into feed_rule (from_on, shrink_percent) values ('2024-01-01', 20);

grant select, insert, update, delete on feed_wish to preau_directory;
grant select, insert, update on feed_rule to preau_directory;

-- Several enrolments of one pupil: the school of the feed's ENTPersonStructRattach is the main one, the others come with a class or a group.
alter table enrolment add column main boolean not null default true;

-- Nobody looks a person up by name in the whole region through this table: the search has an index of its own.
drop index person_name;

-- How the drop folder looked when it was last read whole (names, sizes, moments of files): one row.
create table feed_watch (
    one boolean primary key default true check (one),
    signature text not null
);
grant select, insert, update on feed_watch to preau_directory;
