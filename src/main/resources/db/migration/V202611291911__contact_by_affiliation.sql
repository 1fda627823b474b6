-- Who has left is no longer in affiliation (it is derived of those present): asked there, as a key, and no longer person by person through a wall that
-- asks for their schools. The rule is the same.
create or replace function contact_link(people bigint[], today date, draft jsonb)
    returns table (from_person bigint, from_profile text, to_person bigint, to_profile text, scope text, allowed boolean, origin text,
                   school_id bigint, class_id bigint, child_id bigint)
    language sql stable rows 300
as $$
    with proposed as materialized (
        select d.* from jsonb_to_recordset(draft)
            as d (school_id bigint, class_id bigint, from_profile text, to_profile text, scope text, allowed boolean)
    ), seat as materialized (   -- where each of them sits: in a school, in each class, on behalf of each child, above schools
        select p.id as person_id, s.*
          from person p
         cross join lateral (
            select 'TEACHER' as profile, a.school_id, null::bigint as class_id, null::text as class_kind, null::bigint as child_id, null::bigint as node_id
              from affiliation a where a.person_id = p.id and a.profile = 'TEACHER'
            union all
            select 'TEACHER', t.school_id, t.class_id, k.kind, null, null
              from teaching t
              join school_class k on k.school_id = t.school_id and k.id = t.class_id and k.ended_at is null
              join affiliation a on a.school_id = t.school_id and a.person_id = t.person_id and a.profile = 'TEACHER'
             where t.person_id = p.id and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today
            union all
            select 'DIRECTOR', r.structure_id, null, null, null, null
              from role r
             where r.person_id = p.id and r.kind = 'DIRECTOR' and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today
            union all
            select 'PUPIL', e.school_id, k.id, k.kind, null, null
              from enrolment e
              left join (class_enrolment i join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null)
                on i.school_id = e.school_id and i.pupil_id = e.pupil_id
             where e.pupil_id = p.id
            union all
            select 'GUARDIAN', e.school_id, k.id, k.kind, c.id, null
              from guardianship g
              join person c on c.id = g.pupil_id and c.departed_at is null
              join enrolment e on e.pupil_id = c.id
              left join (class_enrolment i join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null)
                on i.school_id = e.school_id and i.pupil_id = e.pupil_id
             where g.guardian_id = p.id
            union all
            select distinct 'SUPERVISION', null::bigint, null::bigint, null, null::bigint, r.structure_id
              from role r
             where r.person_id = p.id and contact_profile(r.kind) = 'SUPERVISION' and r.structure_id = any (reach())
               and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today
         ) s
         where p.id = any (people) and p.departed_at is null
           and (s.school_id is null or exists (select 1 from school_above w where w.school_id = s.school_id and w.node_id = any (reach())))
    ), rule as materialized (
        select r.school_id, r.class_id, r.from_profile, r.to_profile, r.scope, r.allowed
          from contact_rule r
         where r.school_id in (select s.school_id from seat s)
           and not exists (select 1 from proposed d where (d.school_id, d.from_profile, d.to_profile, d.scope) = (r.school_id, r.from_profile, r.to_profile, r.scope)
                              and d.class_id is not distinct from r.class_id)
        union all
        select d.school_id, d.class_id, d.from_profile, d.to_profile, d.scope, d.allowed from proposed d where d.allowed is not null
    ), ruled as materialized (
        select s.*, d.to_profile, d.scope, coalesce(c.allowed, r.allowed, d.allowed) as allowed,
               case when c.allowed is not null then 'CLASS' when r.allowed is not null then 'SCHOOL' else 'REGION' end as origin
          from seat s
          join contact_default d on d.from_profile = s.profile
          left join rule r on r.school_id = s.school_id and r.class_id is null
           and r.from_profile = d.from_profile and r.to_profile = d.to_profile and r.scope = d.scope
          left join rule c on c.school_id = s.school_id and c.class_id = s.class_id
           and c.from_profile = d.from_profile and c.to_profile = d.to_profile and c.scope = d.scope
            -- A seat in a class is the school's too, except for teachers, who have a seat in the school itself;
            -- a group adds nothing to it unless it has a rule of its own.
         where case d.scope
               when 'SAME_SCHOOL' then (s.profile <> 'TEACHER' or s.class_id is null) and (s.class_kind is distinct from 'GROUP' or c.allowed is not null)
               when 'SAME_CLASS' then s.class_id is not null
               else true end
    ), met as (
        select r.person_id, r.profile, a.person_id as to_person, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join affiliation a on a.school_id = r.school_id and a.profile = r.to_profile
         where r.scope = 'SAME_SCHOOL' and r.to_profile in ('PUPIL', 'TEACHER')
        union all
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, c.person_id
          from ruled r join affiliation c on c.school_id = r.school_id and c.profile = 'PUPIL' join guardianship g on g.pupil_id = c.person_id
          join affiliation a on a.school_id = r.school_id and a.person_id = g.guardian_id and a.profile = 'GUARDIAN'
         where r.scope = 'SAME_SCHOOL' and r.to_profile = 'GUARDIAN'
        union all
        select r.person_id, r.profile, d.person_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join role d on d.structure_id = r.school_id and d.kind = 'DIRECTOR'
           and coalesce(d.starts_on, today) <= today and coalesce(d.ends_on, today) >= today
          join person p on p.id = d.person_id and p.departed_at is null
         where r.scope = 'SAME_SCHOOL' and r.to_profile = 'DIRECTOR'
        union all
        select r.person_id, r.profile, i.pupil_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join class_enrolment i on i.school_id = r.school_id and i.class_id = r.class_id
          join affiliation a on a.school_id = i.school_id and a.person_id = i.pupil_id and a.profile = 'PUPIL'
            -- Between pupils, the class; a group mixes classes.
         where r.scope = 'SAME_CLASS' and r.to_profile = 'PUPIL' and (r.profile <> 'PUPIL' or r.class_kind = 'CLASS')
        union all
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, i.pupil_id
          from ruled r join class_enrolment i on i.school_id = r.school_id and i.class_id = r.class_id join guardianship g on g.pupil_id = i.pupil_id
          join affiliation c on c.school_id = i.school_id and c.person_id = i.pupil_id and c.profile = 'PUPIL'
          join affiliation a on a.school_id = i.school_id and a.person_id = g.guardian_id and a.profile = 'GUARDIAN'
         where r.scope = 'SAME_CLASS' and r.to_profile = 'GUARDIAN'
        union all
        select r.person_id, r.profile, t.person_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r
          join teaching t on t.school_id = r.school_id and t.class_id = r.class_id
           and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today
          join affiliation a on a.school_id = t.school_id and a.person_id = t.person_id and a.profile = 'TEACHER'
         where r.scope = 'SAME_CLASS' and r.to_profile = 'TEACHER'
        union all
        select r.person_id, r.profile, r.child_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join person p on p.id = r.child_id and p.departed_at is null where r.scope = 'OWN_CHILDREN'
        union all
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.person_id
          from ruled r join guardianship g on g.pupil_id = r.person_id join person p on p.id = g.guardian_id and p.departed_at is null where r.scope = 'OWN_GUARDIANS'
        union all
        select r.person_id, r.profile, a.person_id, r.to_profile, r.scope, r.allowed, r.origin, a.school_id, null, null
          from ruled r join school_above w on w.node_id = r.node_id join affiliation a on a.school_id = w.school_id and a.profile = 'TEACHER'
         where r.profile = 'SUPERVISION' and r.to_profile = 'TEACHER'
        union all
        select r.person_id, r.profile, d.person_id, r.to_profile, r.scope, r.allowed, r.origin, d.structure_id, null, null
          from ruled r join school_above w on w.node_id = r.node_id join role d on d.structure_id = w.school_id and d.kind = 'DIRECTOR'
           and coalesce(d.starts_on, today) <= today and coalesce(d.ends_on, today) >= today
          join person p on p.id = d.person_id and p.departed_at is null
         where r.profile = 'SUPERVISION' and r.to_profile = 'DIRECTOR'
    )
    select m.person_id, m.profile, m.to_person, m.to_profile, m.scope, m.allowed, m.origin, m.school_id, m.class_id, m.child_id
      from met m
     where m.to_person <> m.person_id
    union all
    select l.from_person, l.from_profile, l.to_person, l.to_profile, 'PERIMETER', d.allowed, 'REGION', l.school_id, null, null
      from perimeter_link(people, today) l
      join contact_default d on d.from_profile = l.from_profile and d.to_profile = l.to_profile and d.scope = 'PERIMETER'
$$;

-- Whoever says that somebody has left takes their seats away with it.
create function person_leaves_seats() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    delete from affiliation where person_id = new.id;
    return null;
end $$;
revoke execute on function person_leaves_seats() from public;
create trigger person_leaves_seats after update of departed_at on person for each row
    when (new.departed_at is not null and old.departed_at is null) execute function person_leaves_seats();
delete from affiliation a using person p where p.id = a.person_id and p.departed_at is not null;
