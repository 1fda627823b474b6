-- What the directory needs for a region and for a school year.

-- The feed's label beside the one that the school has chosen; a class or group made by the school has no join key.
alter table school_class alter column join_key drop not null;
alter table school_class add column source text not null default 'FEED' check (source in ('FEED', 'ONDE', 'LOCAL'));
alter table school_class add column feed_label text;         -- as the source says it; differs from label when the school renamed the class
alter table school_class add column ended_at timestamptz;    -- the class is of an earlier school year: kept for what was sent to it
update school_class set feed_label = label;
alter table school_class drop constraint school_class_school_id_kind_join_key_key;
create unique index school_class_key on school_class (school_id, kind, join_key) where ended_at is null;

-- A seat is the feed's, or made by the school (a group of needs, an inclusion, a move that ONDE does not know yet).
alter table class_enrolment add column source text not null default 'FEED' check (source in ('FEED', 'ONDE', 'LOCAL'));

-- A seat that the feed still gives and the school has taken back: it stays empty until the feed agrees.
create table seat_refusal (
    school_id bigint not null,
    class_id bigint not null,
    pupil_id bigint not null,
    at timestamptz not null,
    by_person_id bigint,
    primary key (school_id, class_id, pupil_id),
    foreign key (school_id, class_id) references school_class (school_id, id),
    foreign key (school_id, pupil_id) references enrolment (school_id, pupil_id) on delete cascade
);

-- What the feed says of a pupil's day (capability B04); null: not said.
alter table enrolment add column canteen boolean;
alter table enrolment add column bus boolean;
alter table enrolment add column morning_care boolean;
alter table enrolment add column evening_care boolean;
alter table enrolment add column supervised_study boolean;
alter table enrolment add column left_on date;

-- Who is the source of a person: the feed, a director's ONDE file, or the directory itself.
alter table person add column source text not null default 'FEED' check (source in ('FEED', 'ONDE', 'LOCAL'));
update person set source = 'LOCAL' where kind = 'LOCAL';
alter table person add column erased_at timestamptz;         -- nothing is left of them but the row that others point to

-- Somebody has left the feed (or their time-boxed role has ended): from here the account may only export, then it is erased.
-- One row for each school that they left; persons, seats and guardianships stay until the erasure, so that a mistake is undone.
create table departure (
    school_id bigint not null references structure,
    person_id bigint not null references person,
    profile text not null check (profile in ('PUPIL', 'GUARDIAN', 'TEACHER')),
    departed_at timestamptz not null,
    erases_on date not null,
    cancelled_at timestamptz,
    cancelled_by bigint references person,
    primary key (school_id, person_id)
);
create index departure_person on departure (person_id);
create index departure_due on departure (erases_on) where cancelled_at is null;

do $$
declare t text;
begin
    foreach t in array array['seat_refusal', 'departure'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I for select to preau_app using
            (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy directory_work on %I to preau_directory using (true) with check (true)', t);
        execute format('create policy door_reads on %I for select to preau_door using (true)', t);
        execute format('create policy job_reads on %I for select to preau_job using (true)', t);
        execute format('grant select on %I to preau_app, preau_door, preau_job', t);
        execute format('grant select, insert, update, delete on %I to preau_directory', t);
    end loop;
end $$;

-- The names of those who left are for the screen of departures: visible through the school they left.
drop policy within_reach on person;
create policy within_reach on person for select to preau_app using
    (id = any ((select own_persons())::bigint[]) or exists (select 1 from affiliation a where a.person_id = person.id)
     or exists (select 1 from departure d where d.person_id = person.id));
grant select (source, erased_at) on person to preau_app, preau_door;

-- Pupils and guardians are what enrolments and guardianships say: no row repeats it. Staff and people named here have rows in role.
delete from role where kind in ('PUPIL', 'GUARDIAN');
create index guardianship_pupil_guardian on guardianship (guardian_id, pupil_id);
drop index guardianship_guardian;
create view standing with (security_invoker = true) as
    select person_id, kind, structure_id, starts_on, ends_on, source from role
    union all
    select e.pupil_id, 'PUPIL', e.school_id, null, null, 'FEED' from enrolment e
    union all
    select distinct g.guardian_id, 'GUARDIAN', e.school_id, null::date, null::date, 'FEED'
      from guardianship g join enrolment e on e.pupil_id = g.pupil_id join person p on p.id = e.pupil_id and p.departed_at is null;
grant select on standing to preau_app, preau_door, preau_job, preau_directory;

-- Derived from tables whose keys are checked: its own would cost a look-up for each of a million rows and find nothing.
alter table affiliation drop constraint affiliation_school_id_fkey, drop constraint affiliation_person_id_fkey;

-- Members of a derived circle follow from enrolments, guardianships and roles at the moment they are asked for.
drop table circle_member;
create view circle_member with (security_invoker = true) as
    select c.school_id, c.id as circle_id, a.person_id, null::bigint as pupil_id
      from circle c join affiliation a on a.school_id = c.school_id and a.profile = 'TEACHER' where c.kind = 'SCHOOL_TEACHERS'
    union all
    select c.school_id, c.id, g.guardian_id, e.pupil_id
      from circle c
      join enrolment e on e.school_id = c.school_id
      join person p on p.id = e.pupil_id and p.departed_at is null
      join guardianship g on g.pupil_id = e.pupil_id
      join person r on r.id = g.guardian_id and r.departed_at is null
     where c.kind = 'SCHOOL_FAMILIES'
    union all
    select c.school_id, c.id, g.guardian_id, e.pupil_id
      from circle c
      join class_enrolment e on e.school_id = c.school_id and e.class_id = c.class_id
      join person p on p.id = e.pupil_id and p.departed_at is null
      join guardianship g on g.pupil_id = e.pupil_id
      join person r on r.id = g.guardian_id and r.departed_at is null
     where c.kind = 'CLASS_FAMILIES'
    union all
    select c.school_id, c.id, e.pupil_id, null
      from circle c
      join class_enrolment e on e.school_id = c.school_id and e.class_id = c.class_id
      join person p on p.id = e.pupil_id and p.departed_at is null
     where c.kind = 'CLASS_PUPILS';
grant select on circle_member to preau_app, preau_door, preau_job, preau_directory;
