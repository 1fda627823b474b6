-- A director's ONDE files, from their reading to their import.

-- One upload for one school. It outlives its lines: counts only, no name.
create table onde_import (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    person_id bigint not null references person,        -- who brought the files
    created_at timestamptz not null,
    state text not null check (state in ('PREVIEW', 'COMMITTED', 'CANCELLED', 'EXPIRED')),
    settled_at timestamptz,
    pupils_file text,                                   -- name of the file; null: not brought
    guardians_file text,
    found text not null default '',                     -- columns that the files have
    choices jsonb not null default '{}',                -- what the director has corrected in the preview
    counts jsonb not null default '{}',                 -- what the import has done
    primary key (school_id, id)
);
create index onde_import_age on onde_import (created_at) where state = 'PREVIEW';

-- One line of an extract as it was read; a child of a guardian is a line of rank 1 and more. Gone once the import is settled.
create table onde_line (
    school_id bigint not null,
    import_id bigint not null,
    kind text not null check (kind in ('PUPIL', 'GUARDIAN', 'CHILD')),
    line int not null,
    rank int not null,
    civility text not null,
    last_name text not null,
    usual_name text not null,
    first_name text not null,
    birth_date text not null,
    ine text not null,
    level text not null,
    cycle text not null,
    class_label text not null,
    class_key text not null,
    street text not null,
    postal_code text not null,
    city text not null,
    country text not null,
    email text not null,
    phone text not null,
    work_phone text not null,
    mobile text not null,
    primary key (school_id, import_id, kind, line, rank),
    foreign key (school_id, import_id) references onde_import (school_id, id) on delete cascade
);

-- Whom an import has created, changed or let go: for the printed list, seven days; numbers only.
create table onde_effect (
    school_id bigint not null,
    import_id bigint not null,
    person_id bigint not null references person,
    action text not null check (action in ('CREATED', 'CHANGED', 'REMOVED')),
    primary key (school_id, import_id, person_id),
    foreign key (school_id, import_id) references onde_import (school_id, id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['onde_import', 'onde_line', 'onde_effect'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I for select to preau_app using
            (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy directory_work on %I to preau_directory using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to preau_directory', t);
    end loop;
end $$;

-- Lines hold birth numbers and addresses: only the directory's wall reads them, after the right was asked.
grant select on onde_import to preau_app;

-- A pupil is recognised by the national number.
create index if not exists person_ine on person (academy, ine) where ine is not null;
