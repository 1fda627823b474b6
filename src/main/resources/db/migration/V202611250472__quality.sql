-- How many of each figure a school has to look at, as of the last computation: for those above schools, who see no name.
create table quality_figure (
    school_id bigint not null references structure,
    figure text not null,
    count int not null,
    computed_at timestamptz not null,
    primary key (school_id, figure)
);
alter table quality_figure enable row level security;
alter table quality_figure force row level security;
create policy within_reach on quality_figure for select to preau_app using
    (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy directory_work on quality_figure to preau_directory using (true) with check (true);
grant select on quality_figure to preau_app;
grant select, insert, update, delete on quality_figure to preau_directory;
create index quality_figure_worst on quality_figure (figure, count desc);

-- The directory's own reading of what a delivery was warned about.
create index feed_reject_identifier on feed_reject (identifier) where warning;

-- Everything in these schools that somebody should look at: one row for each, whatever it is. The one place where a figure is defined.
create function quality_findings(schools bigint[], today date) returns table (school_id bigint, figure text, subject_id bigint)
    language sql stable as $$
    select e.school_id, 'PUPIL_NO_GUARDIAN', e.pupil_id
      from enrolment e join person p on p.id = e.pupil_id and p.departed_at is null
     where e.school_id = any (schools) and not exists (
           select 1 from guardianship g join person r on r.id = g.guardian_id and r.departed_at is null where g.pupil_id = e.pupil_id)
    union all
    select e.school_id, 'PUPIL_NO_CLASS', e.pupil_id
      from enrolment e join person p on p.id = e.pupil_id and p.departed_at is null
     where e.school_id = any (schools) and not exists (
           select 1 from class_enrolment i
             join school_class c on c.school_id = i.school_id and c.id = i.class_id and c.kind = 'CLASS' and c.ended_at is null
            where i.school_id = e.school_id and i.pupil_id = e.pupil_id)
    union all
    select e.school_id, 'PUPIL_NO_INE', e.pupil_id
      from enrolment e join person p on p.id = e.pupil_id and p.departed_at is null
     where e.school_id = any (schools) and coalesce(p.ine, '') = ''
    union all
    select a.school_id, 'GUARDIAN_NO_EMAIL', a.person_id
      from affiliation a join person p on p.id = a.person_id
     where a.school_id = any (schools) and a.profile = 'GUARDIAN' and coalesce(p.email, '') = ''
    union all
    select a.school_id, 'GUARDIAN_NEVER_CAME', a.person_id
      from affiliation a
     where a.school_id = any (schools) and a.profile = 'GUARDIAN' and not exists (
           select 1 from account_person ap join account t on t.id = ap.account_id
            where ap.person_id = a.person_id and t.first_sign_in_at is not null)
    union all
    select a.school_id, 'TEACHER_NO_CLASS', a.person_id
      from affiliation a
     where a.school_id = any (schools) and a.profile = 'TEACHER'
       and exists (select 1 from role r where r.person_id = a.person_id and r.structure_id = a.school_id and r.kind in ('TEACHER', 'SUBSTITUTE')
                      and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today)
       and not exists (select 1 from role r where r.person_id = a.person_id and r.structure_id = a.school_id and r.kind = 'DIRECTOR'
                          and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today)
       and not exists (select 1 from teaching t
                         join school_class c on c.school_id = t.school_id and c.id = t.class_id and c.ended_at is null
                        where t.school_id = a.school_id and t.person_id = a.person_id
                          and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today)
    union all
    select distinct a.school_id, 'DIRECTION_HINT', a.person_id
      from affiliation a join person p on p.id = a.person_id
      join feed_reject j on j.identifier = p.join_key and j.warning and j.reason like 'spécialité « direction »%'
      join feed_run f on f.id = j.run_id and f.academy = p.academy
     where a.school_id = any (schools) and a.profile = 'TEACHER'
       and not exists (select 1 from role r where r.person_id = a.person_id and r.kind = 'DIRECTOR')
    union all
    select s.id, 'NO_DIRECTOR', s.id
      from structure s
     where s.id = any (schools) and s.departed_at is null
       and not exists (select 1 from role r join person p on p.id = r.person_id and p.departed_at is null
                        where r.structure_id = s.id and r.kind = 'DIRECTOR'
                          and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today)
    union all
    select c.school_id, case when k.seats = 0 then 'CLASS_EMPTY' else 'CLASS_NO_TEACHER' end, c.id
      from school_class c
     cross join lateral (
           select count(*) as seats from class_enrolment i join person p on p.id = i.pupil_id and p.departed_at is null
            where i.school_id = c.school_id and i.class_id = c.id) k
     where c.school_id = any (schools) and c.ended_at is null
       and (k.seats = 0 or c.kind = 'CLASS' and not exists (
            select 1 from teaching t join person p on p.id = t.person_id and p.departed_at is null
             where t.school_id = c.school_id and t.class_id = c.id
               and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today))
    union all
    select d.school_id, 'DUPLICATE', d.id from duplicate_pair d where d.school_id = any (schools) and d.state = 'OPEN'
    union all
    select d.school_id, 'DEPARTURE_SOON', d.person_id
      from departure d join person p on p.id = d.person_id and p.erased_at is null
     where d.school_id = any (schools) and d.cancelled_at is null and d.erases_on between today and today + 30
$$;
revoke execute on function quality_findings(bigint[], date) from public;
grant execute on function quality_findings(bigint[], date) to preau_directory;
grant select on feed_run, feed_reject to preau_directory;
