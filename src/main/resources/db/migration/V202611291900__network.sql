-- What the line of a school should carry (convention, article 3.2: « des préconisations seront définies pour chaque année scolaire »): the formula as data, what it gave
-- for each school and year, and what was measured from the classes. Nobody is named here: the journal knows who.

-- One version of the formula of a school year, in force from a day until the next. Never changed: a row that a sheet was made with must still say the same.
create table network_formula (
    id bigint generated always as identity primary key,
    year int not null check (year between 2020 and 2100),   -- 2024 is 2024-2025
    version int not null check (version > 0),
    from_on date not null,
    made_at timestamptz not null,
    together_percent int not null check (together_percent between 1 and 100),     -- of the pupils, at the same time
    pupil_down_kbit int not null check (pupil_down_kbit > 0),                     -- one pupil at work in Préau
    pupil_up_kbit int not null check (pupil_up_kbit > 0),
    video_kbit int not null check (video_kbit > 0),                               -- one video being watched
    send_kbit int not null check (send_kbit > 0),                                 -- photos or a film being sent
    base_kbit int not null check (base_kbit > 0),                                 -- the director's office, updates
    margin_percent int not null check (margin_percent between 0 and 300),
    minimum_kbit int not null check (minimum_kbit > 0),                           -- the three bands, for each pupil at work
    comfort_kbit int not null check (comfort_kbit > minimum_kbit),
    target_kbit int not null check (target_kbit > comfort_kbit),
    unique (year, version)
);
-- No official figure for each pupil was found; published ones are anchors (AVICCA 2016, FCC: 0.1 to 1 Mbit/s for each user, 480p at 2.5 Mbit/s).
insert into network_formula (year, version, from_on, made_at, together_percent, pupil_down_kbit, pupil_up_kbit, video_kbit, send_kbit, base_kbit, margin_percent,
                             minimum_kbit, comfort_kbit, target_kbit)
values (2024, 1, '2024-08-01', '2024-08-01 00:00+02', 50, 100, 30, 2500, 1000, 2000, 25, 100, 300, 1000);
grant select, insert, delete on network_formula to preau_job;

-- A recommendation as it was made: what was counted and declared, each amount of the calculation, the line and the last trial of that day. Another one is another edition.
create table network_sheet (
    school_id bigint not null references structure,
    year int not null,
    edition int not null check (edition > 0),
    formula_id bigint not null references network_formula,
    made_at timestamptz not null,
    made_for text not null check (made_for in ('SCHOOL', 'TOWN', 'REGION')),  -- in whose name
    pupils int not null check (pupils >= 10),       -- a smaller school counts for ten, so that nothing tells its number
    few boolean not null,
    classes int not null,
    devices int not null check (devices > 0),
    videos int not null check (videos >= 0),
    sends int not null check (sends >= 0),
    technology text not null check (technology in ('UNKNOWN', 'FIBRE', 'DSL', 'CABLE', 'RADIO', 'MOBILE', 'SATELLITE')),
    line_down_kbit int check (line_down_kbit > 0),  -- null: not known
    line_up_kbit int check (line_up_kbit > 0),
    provider text not null,
    together int not null check (together > 0),     -- pupils at work at the same time
    pupils_down_kbit int not null,
    videos_kbit int not null,
    base_kbit int not null,
    need_down_kbit int not null,
    pupils_up_kbit int not null,
    sends_kbit int not null,
    need_up_kbit int not null,
    tested_at timestamptz,                          -- the last trial of the year before it
    tested_devices int,
    tested_down_kbit int,
    tested_up_kbit int,
    check ((tested_at is null) = (tested_devices is null) and (tested_at is null) = (tested_down_kbit is null) and (tested_at is null) = (tested_up_kbit is null)),
    primary key (school_id, year, edition)
);
create index network_sheet_formula on network_sheet (formula_id);

-- A test from a class, as the browser measured it. Who ran it is in the journal only.
create table network_test (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    year int not null,
    at timestamptz not null,
    room text not null,
    device text not null check (device in ('PHONE', 'TABLET', 'COMPUTER')),
    down_kbit int not null check (down_kbit > 0),
    up_kbit int not null check (up_kbit > 0),
    latency_ms int not null check (latency_ms >= 0),
    page_ms int not null check (page_ms > 0),       -- one of our pages, with its style and its script
    primary key (school_id, id)
);
create index network_test_latest on network_test (school_id, year, at desc, id desc);

-- A test under way: what it may still ask for and bring. Gone after an hour.
create table network_run (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    account_id bigint not null,
    room text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    down_bytes int not null default 0,
    up_bytes int not null default 0,
    primary key (school_id, id)
);
create index network_run_started on network_run (started_at);
create index network_run_account on network_run (account_id, started_at);

-- So that nobody uses a test to make the platform work: dated figures.
create table network_limit (
    figure text not null,
    valid_from date not null,
    value int not null check (value > 0),
    primary key (figure, valid_from)
);
insert into network_limit (figure, valid_from, value) values
    ('DOWN_BYTES', '2020-01-01', 6000000),      -- one test, all its downloads
    ('UP_BYTES', '2020-01-01', 1500000),
    ('SECONDS', '2020-01-01', 180),             -- after which a test is given up
    ('WINDOW_MINUTES', '2020-01-01', 10),
    ('ACCOUNT_TESTS', '2020-01-01', 30),        -- of one account, within the window: the tablets of a class at once
    ('ALL_TESTS', '2020-01-01', 400);           -- of everybody, within the window: 2.4 GB at most
grant select on network_limit to preau_job;

do $$
declare t text;
begin
    foreach t in array array['network_sheet', 'network_test', 'network_run'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I for select to preau_app using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy job_work on %I to preau_job using (true) with check (true)', t);
    end loop;
end $$;
-- The reach of a town hall is empty: its schools are looked up first, then read behind the job's wall, for everybody the same.
grant select, insert on network_sheet, network_test to preau_job;
grant select, insert, update (ended_at, down_bytes, up_bytes), delete on network_run to preau_job;
