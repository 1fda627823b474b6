-- Disagreements about a convention (its article 11), as a clock: what was done and on which day, never corrected in place.

-- Dated figures: how long before a deadline it is told, how many pieces of each party and how heavy.
create table dispute_rule (
    name text not null check (name in ('REMIND_DAYS', 'PIECES', 'PIECE_BYTES')),
    from_on date not null,
    value int not null check (value > 0),
    primary key (name, from_on)
);
insert into dispute_rule (name, from_on, value) values
    ('REMIND_DAYS', '2000-01-01', 7),
    ('PIECES', '2000-01-01', 40),
    ('PIECE_BYTES', '2000-01-01', 10485760);
grant select on dispute_rule to preau_app, preau_job;
grant insert, update, delete on dispute_rule to preau_job;

-- A procedure between the two parties of a signed convention. Its delays and its court are those of the day on which it was opened.
create table dispute (
    id bigint generated always as identity primary key,
    agreement_id bigint not null references agreement,
    opener text not null check (opener in ('TOWN', 'REGION')),
    opened_on date not null,            -- the day of the frozen terms
    conciliation_months int not null check (conciliation_months between 0 and 120),
    termination_days int not null check (termination_days between 0 and 3660),
    court_months int not null check (court_months between 0 and 120),
    court text not null,
    opened_at timestamptz not null,
    closed_at timestamptz,              -- agreed, withdrawn, or opened by mistake
    unique (id, agreement_id)
);
create unique index dispute_running on dispute (agreement_id) where closed_at is null;
create index dispute_agreement on dispute (agreement_id);

-- What happened, one row after the other. A row is never changed: a mistake is taken back by another row that says so.
create table dispute_step (
    id bigint generated always as identity primary key,
    dispute_id bigint not null,
    agreement_id bigint not null,
    kind text not null check (kind in ('OPENED', 'FIRST_LETTER', 'FIRST_RECEIPT', 'PROPOSED', 'HELD', 'FAILED', 'REASONS', 'SECOND_LETTER', 'SECOND_RECEIPT',
                                       'TERMINATED', 'OFFER', 'AGREED', 'WITHDRAWN', 'COURT', 'TAKEN_BACK')),
    party text check (party in ('TOWN', 'REGION')),     -- null: time did it
    on_day date not null,               -- when it happened, as the party says
    meets_on date,                      -- of a conciliation that is proposed
    number text not null default '' check (length(number) <= 30),   -- of a registered letter
    words text not null default '' check (length(words) <= 8000),
    about bigint,                       -- the step taken back, the offer accepted
    made_at timestamptz not null,
    unique (id, dispute_id, agreement_id),
    foreign key (dispute_id, agreement_id) references dispute (id, agreement_id),
    foreign key (about, dispute_id, agreement_id) references dispute_step (id, dispute_id, agreement_id),
    check ((kind = 'TERMINATED') = (party is null)),
    check ((kind in ('TAKEN_BACK', 'AGREED')) = (about is not null))
);
create index dispute_step_of on dispute_step (dispute_id, id);
create unique index dispute_step_taken_back_once on dispute_step (about) where kind = 'TAKEN_BACK';

-- What a party files with a step. The name that the file had on somebody's computer is not kept.
create table dispute_piece (
    id bigint generated always as identity primary key,
    dispute_id bigint not null,
    agreement_id bigint not null,
    step_id bigint not null,
    party text not null check (party in ('TOWN', 'REGION')),
    kind text not null check (kind in ('LETTER', 'RECEIPT', 'MINUTES', 'OTHER')),
    type text not null check (type in ('PDF', 'PNG', 'JPEG')),
    bytes bytea not null,
    size int not null,
    sha256 bytea not null,
    filed_at timestamptz not null,
    unique (id, dispute_id, agreement_id),
    check (size = length(bytes)),
    foreign key (step_id, dispute_id, agreement_id) references dispute_step (id, dispute_id, agreement_id)
);
create index dispute_piece_of on dispute_piece (dispute_id, id);

-- A piece that should not have been filed: it stays, and says so.
create table dispute_piece_error (
    piece_id bigint primary key,
    dispute_id bigint not null,
    agreement_id bigint not null,
    said_at timestamptz not null,
    foreign key (piece_id, dispute_id, agreement_id) references dispute_piece (id, dispute_id, agreement_id)
);

-- A deadline that was told as near: once.
create table dispute_reminder (
    dispute_id bigint not null references dispute,
    deadline text not null,
    due_on date not null,
    primary key (dispute_id, deadline, due_on)
);
grant select, insert on dispute_reminder to preau_job;

do $$
declare
    t text;
    acting text := '(exists (select 1 from agreement a where a.id = agreement_id and (a.region_id = any ((select reach())::bigint[]) or a.town_id = any ((select towns())::bigint[]))))';
begin
    -- Whoever may read the convention reads; only the two parties write.
    foreach t in array array['dispute', 'dispute_step', 'dispute_piece', 'dispute_piece_error'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy concerned on %I for select to preau_app using (exists (select 1 from agreement a where a.id = agreement_id))', t);
        execute format('create policy begun on %I for insert to preau_app with check %s', t, acting);
        execute format('create policy job_work on %I to preau_job using (true) with check (true)', t);
        execute format('grant select, insert on %I to preau_app, preau_job', t);
    end loop;
    execute format('create policy changed on dispute for update to preau_app using %s', acting);
end $$;
grant update (closed_at) on dispute to preau_app, preau_job;
