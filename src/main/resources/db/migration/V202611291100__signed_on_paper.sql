-- Signed on a coupon of paper: who of the school noted it; null for a signature given here.
alter table note_guardian add column paper_by bigint references person;
grant update (paper_by) on note_guardian to preau_app, preau_directory;

-- A coupon printed for a guardian who has never come: which note and child it is about, and the hash of what its QR holds.
-- Ended when the note was corrected and is to be signed anew: what was printed says something else.
create table note_coupon (
    school_id bigint not null,
    id bigint generated always as identity,
    note_id bigint not null,
    pupil_id bigint not null references person,
    guardian_id bigint not null references person,
    token_hash bytea not null,
    printed_at timestamptz not null,
    printed_by bigint not null references person,
    expires_on date not null,           -- the last day of the note's school year
    ended_at timestamptz,
    primary key (school_id, id),
    foreign key (school_id, note_id) references note (school_id, id)
);
create unique index note_coupon_token on note_coupon (token_hash);
create index note_coupon_note on note_coupon (school_id, note_id, pupil_id, guardian_id);

alter table note_coupon enable row level security;
alter table note_coupon force row level security;
create policy within_reach on note_coupon to preau_app
    using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))
    with check (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy directory_merges on note_coupon to preau_directory using (true) with check (true);
grant select, insert on note_coupon to preau_app;
grant update (ended_at) on note_coupon to preau_app;
grant select on note_coupon to preau_directory;
grant update (pupil_id, guardian_id, printed_by) on note_coupon to preau_directory;
