-- A short note that a guardian writes to the class of one child: a question, an appointment, a change of pick-up. Only its author and those whom it goes to read it.
create table family_note (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    class_id bigint,                    -- the child's class on the day; none: to the direction
    pupil_id bigint not null references person,
    guardian_id bigint not null references person,
    kind text not null check (kind in ('QUESTION', 'APPOINTMENT', 'PICK_UP')),
    body text not null,
    leaves_with text,                   -- a change of pick-up: who comes for the child, on which day and when
    leaves_on date,
    leaves_at time,                     -- none: at the usual hour
    to_direction boolean not null,      -- for the direction as well as for those who have the class
    paused boolean not null,            -- those who have the class did not read on that day: the direction alone was told
    sent_at timestamptz not null,
    answer text check (answer in ('SEEN', 'AGREED', 'WORDS')), -- the last one given
    answer_words text,
    answered_by bigint references person,
    answerer text,
    answered_at timestamptz,
    check ((kind = 'PICK_UP') = (leaves_with is not null and leaves_on is not null)),
    check ((answer is null) = (answered_at is null)),
    primary key (school_id, id)
);
create unique index family_note_number on family_note (id);
create index family_note_class on family_note (school_id, class_id, id desc);
create index family_note_direction on family_note (school_id, id desc) where to_direction;
create index family_note_guardian on family_note (guardian_id, id desc);
create index family_note_pupil on family_note (pupil_id);
create index family_note_answerer on family_note (answered_by) where answered_by is not null;

-- The notes of families to a class wait until a day, and what families read meanwhile. Over by itself on that day.
create table family_note_pause (
    school_id bigint not null references structure,
    class_id bigint not null,
    reopens_on date not null,
    sentence text not null,
    paused_at timestamptz not null,
    by_person_id bigint not null references person,
    primary key (school_id, class_id)
);

-- How many notes one guardian may have waiting for one child, and how many changes of pick-up they may send for one child in a day: beyond, the telephone is
-- surer, and the notes of other families stay in sight. Each from a day on.
create table family_note_rule (
    rule text not null check (rule in ('UNANSWERED', 'PICK_UPS_A_DAY')),
    from_on date not null,
    most int not null check (most > 0),
    primary key (rule, from_on)
);
insert into family_note_rule (rule, from_on, most) values ('UNANSWERED', '2000-01-01', 5), ('PICK_UPS_A_DAY', '2000-01-01', 3);
grant select on family_note_rule to preau_app;

alter table family_note enable row level security;
alter table family_note force row level security;
create policy own on family_note for select to preau_app using (guardian_id = any ((select own_persons())::bigint[]));
create policy own_begun on family_note for insert to preau_app with check (guardian_id = any ((select own_persons())::bigint[])
    and school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
-- Those who have or had the class, and the direction when it is for them; the dates are asked by each question.
create policy readers on family_note for select to preau_app using (
    (school_id, class_id) in (select t.school_id, t.class_id from teaching t where t.person_id = any ((select own_persons())::bigint[]))
    or to_direction and school_id in (select r.structure_id from role r where r.kind = 'DIRECTOR' and r.person_id = any ((select own_persons())::bigint[])));
create policy readers_answer on family_note for update to preau_app using (
    (school_id, class_id) in (select t.school_id, t.class_id from teaching t where t.person_id = any ((select own_persons())::bigint[]))
    or to_direction and school_id in (select r.structure_id from role r where r.kind = 'DIRECTOR' and r.person_id = any ((select own_persons())::bigint[])));
create policy job_work on family_note to preau_job using (true) with check (true);
create policy directory_moves on family_note to preau_directory using (true) with check (true);
grant select, insert, update (answer, answer_words, answered_by, answerer, answered_at) on family_note to preau_app;
grant select, update, delete on family_note to preau_job;
grant select, update (pupil_id, guardian_id, answered_by) on family_note to preau_directory;

alter table family_note_pause enable row level security;
alter table family_note_pause force row level security;
create policy within_reach on family_note_pause for select to preau_app
    using (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
-- Families read it; those who have or had the class and the direction write it, at schools within their reach.
do $$
declare
    theirs text := $p$school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])) and (
        (school_id, class_id) in (select t.school_id, t.class_id from teaching t where t.person_id = any ((select own_persons())::bigint[]))
        or school_id in (select r.structure_id from role r where r.kind = 'DIRECTOR' and r.person_id = any ((select own_persons())::bigint[])))$p$;
begin
    execute 'create policy readers_pause on family_note_pause for insert to preau_app with check (' || theirs || ')';
    execute 'create policy readers_change on family_note_pause for update to preau_app using (' || theirs || ')';
    execute 'create policy readers_resume on family_note_pause for delete to preau_app using (' || theirs || ')';
end $$;
create policy job_work on family_note_pause to preau_job using (true) with check (true);
create policy directory_moves on family_note_pause to preau_directory using (true) with check (true);
grant select, insert, update, delete on family_note_pause to preau_app;
grant select, update on family_note_pause to preau_job;
grant select, update (by_person_id) on family_note_pause to preau_directory;
