-- Sending a message asks the rule within a few milliseconds. What somebody acts as and whom they look for gate the branches of the rule: the others
-- are planned, and not run. Who leaves them out gets everything, as before.
drop function contact_link(bigint[], date, jsonb);

-- Everything that links these people to others, with what the rule in force says of it: the one answer to "who may reach whom".
-- draft: rules of the editor, tried before they are kept; allowed null takes a rule away. Runs behind the wall of whoever asks.
-- hats, sides: what the people act as, and what the others are to them; null: anything.
create function contact_link(people bigint[], today date, draft jsonb, hats text[] default null, sides text[] default null)
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
              from affiliation a where a.person_id = p.id and a.profile = 'TEACHER' and (hats is null or 'TEACHER' = any (hats))
            union all
            select 'TEACHER', t.school_id, t.class_id, k.kind, null, null
              from teaching t
              join school_class k on k.school_id = t.school_id and k.id = t.class_id and k.ended_at is null
              join affiliation a on a.school_id = t.school_id and a.person_id = t.person_id and a.profile = 'TEACHER'
             where t.person_id = p.id and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today and (hats is null or 'TEACHER' = any (hats))
            union all
            select 'DIRECTOR', r.structure_id, null, null, null, null
              from role r
             where r.person_id = p.id and r.kind = 'DIRECTOR' and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today and (hats is null or 'DIRECTOR' = any (hats))
            union all
            select 'PUPIL', e.school_id, k.id, k.kind, null, null
              from enrolment e
              left join (class_enrolment i join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null)
                on i.school_id = e.school_id and i.pupil_id = e.pupil_id
             where e.pupil_id = p.id and (hats is null or 'PUPIL' = any (hats))
            union all
            select 'GUARDIAN', e.school_id, k.id, k.kind, c.id, null
              from guardianship g
              join person c on c.id = g.pupil_id and c.departed_at is null
              join enrolment e on e.pupil_id = c.id
              left join (class_enrolment i join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null)
                on i.school_id = e.school_id and i.pupil_id = e.pupil_id
             where g.guardian_id = p.id and (hats is null or 'GUARDIAN' = any (hats))
            union all
            select distinct 'SUPERVISION', null::bigint, null::bigint, null, null::bigint, r.structure_id
              from role r
             where r.person_id = p.id and contact_profile(r.kind) = 'SUPERVISION' and r.structure_id = any (reach())
               and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today and (hats is null or 'SUPERVISION' = any (hats))
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
          join contact_default d on d.from_profile = s.profile and (sides is null or d.to_profile = any (sides))
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
         where r.scope = 'SAME_SCHOOL' and r.to_profile in ('PUPIL', 'TEACHER') and (sides is null or sides && array['PUPIL', 'TEACHER'])
        union all
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, c.person_id
          from ruled r join affiliation c on c.school_id = r.school_id and c.profile = 'PUPIL' join guardianship g on g.pupil_id = c.person_id
          join affiliation a on a.school_id = r.school_id and a.person_id = g.guardian_id and a.profile = 'GUARDIAN'
         where r.scope = 'SAME_SCHOOL' and r.to_profile = 'GUARDIAN' and (sides is null or 'GUARDIAN' = any (sides))
        union all
        select r.person_id, r.profile, d.person_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join role d on d.structure_id = r.school_id and d.kind = 'DIRECTOR'
           and coalesce(d.starts_on, today) <= today and coalesce(d.ends_on, today) >= today
          join person p on p.id = d.person_id and p.departed_at is null
         where r.scope = 'SAME_SCHOOL' and r.to_profile = 'DIRECTOR' and (sides is null or 'DIRECTOR' = any (sides))
        union all
        select r.person_id, r.profile, i.pupil_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join class_enrolment i on i.school_id = r.school_id and i.class_id = r.class_id
          join affiliation a on a.school_id = i.school_id and a.person_id = i.pupil_id and a.profile = 'PUPIL'
            -- Between pupils, the class; a group mixes classes.
         where r.scope = 'SAME_CLASS' and r.to_profile = 'PUPIL' and (sides is null or 'PUPIL' = any (sides)) and (r.profile <> 'PUPIL' or r.class_kind = 'CLASS')
        union all
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, i.pupil_id
          from ruled r join class_enrolment i on i.school_id = r.school_id and i.class_id = r.class_id join guardianship g on g.pupil_id = i.pupil_id
          join affiliation c on c.school_id = i.school_id and c.person_id = i.pupil_id and c.profile = 'PUPIL'
          join affiliation a on a.school_id = i.school_id and a.person_id = g.guardian_id and a.profile = 'GUARDIAN'
         where r.scope = 'SAME_CLASS' and r.to_profile = 'GUARDIAN' and (sides is null or 'GUARDIAN' = any (sides))
        union all
        select r.person_id, r.profile, t.person_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r
          join teaching t on t.school_id = r.school_id and t.class_id = r.class_id
           and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today
          join affiliation a on a.school_id = t.school_id and a.person_id = t.person_id and a.profile = 'TEACHER'
         where r.scope = 'SAME_CLASS' and r.to_profile = 'TEACHER' and (sides is null or 'TEACHER' = any (sides))
        union all
        select r.person_id, r.profile, r.child_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join person p on p.id = r.child_id and p.departed_at is null where r.scope = 'OWN_CHILDREN' and (hats is null or 'GUARDIAN' = any (hats)) and (sides is null or 'PUPIL' = any (sides))
        union all
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.person_id
          from ruled r join guardianship g on g.pupil_id = r.person_id join person p on p.id = g.guardian_id and p.departed_at is null where r.scope = 'OWN_GUARDIANS' and (hats is null or 'PUPIL' = any (hats)) and (sides is null or 'GUARDIAN' = any (sides))
        union all
        select r.person_id, r.profile, a.person_id, r.to_profile, r.scope, r.allowed, r.origin, a.school_id, null, null
          from ruled r join school_above w on w.node_id = r.node_id join affiliation a on a.school_id = w.school_id and a.profile = 'TEACHER'
         where r.profile = 'SUPERVISION' and r.to_profile = 'TEACHER' and (hats is null or 'SUPERVISION' = any (hats)) and (sides is null or 'TEACHER' = any (sides))
        union all
        select r.person_id, r.profile, d.person_id, r.to_profile, r.scope, r.allowed, r.origin, d.structure_id, null, null
          from ruled r join school_above w on w.node_id = r.node_id join role d on d.structure_id = w.school_id and d.kind = 'DIRECTOR'
           and coalesce(d.starts_on, today) <= today and coalesce(d.ends_on, today) >= today
          join person p on p.id = d.person_id and p.departed_at is null
         where r.profile = 'SUPERVISION' and r.to_profile = 'DIRECTOR' and (hats is null or 'SUPERVISION' = any (hats)) and (sides is null or 'DIRECTOR' = any (sides))
    )
    select m.person_id, m.profile, m.to_person, m.to_profile, m.scope, m.allowed, m.origin, m.school_id, m.class_id, m.child_id
      from met m
     where m.to_person <> m.person_id
    union all
    select l.from_person, l.from_profile, l.to_person, l.to_profile, 'PERIMETER', d.allowed, 'REGION', l.school_id, null, null
      from perimeter_link(people, today) l
      join contact_default d on d.from_profile = l.from_profile and d.to_profile = l.to_profile and d.scope = 'PERIMETER'
     where (hats is null or hats && array['TEACHER', 'DIRECTOR', 'TOWN']) and (sides is null or sides && array['DIRECTOR', 'TOWN', 'SUPERVISION'])
$$;

-- Those whom somebody may write to under these hats; far: those above the schools, and below somebody who is above them, too; among: nobody else is of interest.
-- As the search of people, it reads as its owner, without the wall that is asked anew for each row: the rule itself asks it of every seat of whoever
-- asks, and goes from there to others of the same school, class, family or perimeter.
create function contact_reached(me bigint, hats text[], sides text[], far boolean, among bigint[], today date)
    returns table (from_profile text, to_person bigint, to_profile text, scope text, school_id bigint, child_id bigint)
    language plpgsql stable security definer rows 300 set plan_cache_mode = force_generic_plan set search_path = pg_catalog, public, pg_temp
as $$
begin
    if me is null or me <> all (own_persons()) then return; end if;
    -- To families is written most: their plan is made without the rest of the rule, and takes half the time to unfold.
    if sides = array['GUARDIAN'] and among is not null then
        return query
        select distinct l.from_profile, l.to_person, l.to_profile, l.scope, l.school_id, l.child_id
          from contact_link(array[me], today, '[]', hats, '{GUARDIAN}') l
         where l.allowed and l.from_profile = any (hats) and l.to_profile = any ('{GUARDIAN}') and (far or l.scope <> 'PERIMETER') and l.to_person = any (among);
    elsif sides = array['GUARDIAN'] then
        return query
        select distinct l.from_profile, l.to_person, l.to_profile, l.scope, l.school_id, l.child_id
          from contact_link(array[me], today, '[]', hats, '{GUARDIAN}') l
         where l.allowed and l.from_profile = any (hats) and l.to_profile = any ('{GUARDIAN}') and (far or l.scope <> 'PERIMETER');
    elsif among is not null then
        return query
        select distinct l.from_profile, l.to_person, l.to_profile, l.scope, l.school_id, l.child_id
          from contact_link(array[me], today, '[]', hats, sides) l
         where l.allowed and l.from_profile = any (hats) and l.to_profile = any (sides) and (far or l.scope <> 'PERIMETER') and l.to_person = any (among);
    else
        return query
        select distinct l.from_profile, l.to_person, l.to_profile, l.scope, l.school_id, l.child_id
          from contact_link(array[me], today, '[]', hats, sides) l
         where l.allowed and l.from_profile = any (hats) and l.to_profile = any (sides) and (far or l.scope <> 'PERIMETER');
    end if;
end $$;
revoke execute on function contact_reached(bigint, text[], text[], boolean, bigint[], date) from public;
grant execute on function contact_reached(bigint, text[], text[], boolean, bigint[], date) to preau_app;

-- Who sits in the circles of classes that somebody may write to, and in the families chosen. Reads as its owner too, within the schools of whoever asks;
-- the rule decides about each of them afterwards.
-- directed: the schools that they direct; classes: these of theirs, null: all; families: the pupils whose guardians are meant;
-- kin: the first names of a guardian's own children in that class.
create function circle_seat(me bigint, profile text, sides text[], directed bigint[], classes bigint[], families bigint[], today date)
    returns table (token text, class_id bigint, person_id bigint, side text, child_id bigint, label text, kin text)
    language plpgsql stable security definer rows 60 set plan_cache_mode = force_generic_plan set search_path = pg_catalog, public, pg_temp
as $$
declare
    schools bigint[];
    ids bigint[];
    labels text[];
    kins text[];
begin
    if me is null or me <> all (own_persons()) then return; end if;
    if profile = 'TEACHER' then
        select array_agg(k.school_id), array_agg(k.id), array_agg(k.label) into schools, ids, labels from (
            select d.school_id, d.id, d.label from school_class d where d.school_id = any (directed) and d.ended_at is null
            union
            select d.school_id, d.id, d.label from teaching t
              join school_class d on d.school_id = t.school_id and d.id = t.class_id and d.ended_at is null
             where t.person_id = me and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today) k
         where (classes is null or k.id = any (classes)) and exists (select from school_above w where w.school_id = k.school_id and w.node_id = any (reach()));
    elsif profile = 'PUPIL' then
        select array_agg(k.school_id), array_agg(k.id), array_agg(k.label) into schools, ids, labels
          from class_enrolment i join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null and k.kind = 'CLASS'
         where i.pupil_id = me
           and (classes is null or k.id = any (classes)) and exists (select from school_above w where w.school_id = k.school_id and w.node_id = any (reach()));
    elsif profile = 'GUARDIAN' then
        select array_agg(k.school_id), array_agg(k.id), array_agg(k.label), array_agg(k.kin) into schools, ids, labels, kins from (
            select d.school_id, d.id, d.label, string_agg(distinct c.first_name, ' et ') as kin
              from guardianship g join person c on c.id = g.pupil_id join class_enrolment i on i.pupil_id = g.pupil_id
              join school_class d on d.school_id = i.school_id and d.id = i.class_id and d.ended_at is null and d.kind = 'CLASS'
             where g.guardian_id = me
             group by d.school_id, d.id, d.label) k
         where (classes is null or k.id = any (classes)) and exists (select from school_above w where w.school_id = k.school_id and w.node_id = any (reach()));
    end if;

    if ids is not null and profile = 'TEACHER' and 'GUARDIAN' = any (sides) then
        return query
        select 'c' || k.id || '.GUARDIAN', k.id, g.guardian_id, 'GUARDIAN', i.pupil_id, k.label, null::text
          from unnest(schools, ids, labels) k (school_id, id, label)
          join class_enrolment i on i.school_id = k.school_id and i.class_id = k.id join guardianship g on g.pupil_id = i.pupil_id;
    end if;
    if ids is not null and profile in ('TEACHER', 'PUPIL') and 'PUPIL' = any (sides) then
        return query
        select 'c' || k.id || '.PUPIL', k.id, i.pupil_id, 'PUPIL', null::bigint, k.label, null::text
          from unnest(schools, ids, labels) k (school_id, id, label) join class_enrolment i on i.school_id = k.school_id and i.class_id = k.id;
    end if;
    if ids is not null and profile in ('GUARDIAN', 'PUPIL') and 'TEACHER' = any (sides) then
        return query
        select 'c' || k.id || '.TEACHER', k.id, t.person_id, 'TEACHER', null::bigint, k.label, k.kin
          from unnest(schools, ids, labels, kins) k (school_id, id, label, kin) join teaching t on t.school_id = k.school_id and t.class_id = k.id
         where coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today;
    end if;
    if cardinality(families) > 0 then
        return query
        select 'f' || g.pupil_id, null::bigint, g.guardian_id, 'GUARDIAN', g.pupil_id, c.first_name || ' ' || c.last_name, null::text
          from guardianship g join person c on c.id = g.pupil_id
         where g.pupil_id = any (families) and exists (
               select from affiliation a join school_above w on w.school_id = a.school_id where a.person_id = g.pupil_id and w.node_id = any (reach()));
    end if;
end $$;
revoke execute on function circle_seat(bigint, text, text[], bigint[], bigint[], bigint[], date) from public;
grant execute on function circle_seat(bigint, text, text[], bigint[], bigint[], bigint[], date) to preau_app;

-- Each way from a circle, a family or a person to somebody whom this hat may write to, without those to whom their school has closed messages (asked of
-- each only where something is closed). Behind the wall of whoever asks; planned once, since it takes longer to plan than to run.
-- wide: everybody, and not those alone who sit in the classes and families or are among the people; far, hats, sides: as in contact_reached;
-- nodes: those above schools whose circles are meant.
create function circle_member(me bigint, profile text, hats text[], sides text[], wide boolean, far boolean, directed bigint[], classes bigint[],
                              families bigint[], people bigint[], nodes bigint[], today date)
    returns table (token text, school_id bigint, person_id bigint, side text, child_id bigint, label text, kin text)
    language plpgsql stable rows 60 set plan_cache_mode = force_generic_plan
as $$
begin
    return query
    with seat as materialized (
        select s.* from circle_seat(me, circle_member.profile, sides, directed, classes, families, today) s
    ), link as materialized (
        select l.* from contact_reached(me, hats, sides, far, case when not wide then array(select s.person_id from seat s) || people end, today) l
    ), reachable as materialized (
        select l.* from link l
         where l.school_id <> all (array(select w.school_id from service_switch w
                                          where w.service = 'messages' and not w.open and w.school_id = any (array(select distinct k.school_id from link k))))
            or not exists (select from closed_to('messages', l.to_profile, l.school_id, l.to_person, case l.to_profile when 'PUPIL' then l.to_person else l.child_id end))
    )
    -- The planner takes seats and those who may be reached for a handful each and would compare every one with every other; a full join can only be hashed
    -- or merged, and coalesce keeps it one.
    select s.token, r.school_id, r.to_person, r.to_profile, coalesce(s.child_id, r.child_id), s.label, s.kin
      from seat s full join reachable r on r.to_person = s.person_id and r.to_profile = s.side
     where coalesce(s.token, '') <> '' and coalesce(r.to_person, 0) <> 0
       and (coalesce(r.to_profile, '') <> 'GUARDIAN' or s.child_id is null or r.child_id is not distinct from s.child_id)
    union
    select 's' || r.school_id || '.' || r.to_profile, r.school_id, r.to_person, r.to_profile, r.child_id, null, null
      from reachable r
     where r.scope = 'SAME_SCHOOL' and (r.to_profile = 'DIRECTOR' or circle_member.profile = 'TEACHER' and r.to_profile = 'TEACHER' or r.from_profile = 'DIRECTOR')
    union
    select 'p' || r.to_person, r.school_id, r.to_person, r.to_profile, r.child_id, p.first_name || ' ' || p.last_name, null
      from reachable r left join person p on p.id = r.to_person where r.to_person = any (people)
    union
    select 'n' || w.node_id || '.' || r.to_profile, r.school_id, r.to_person, r.to_profile, r.child_id, n.name, null
      from reachable r join school_above w on w.school_id = r.school_id and w.node_id = any (nodes) join structure n on n.id = w.node_id
     where r.scope = 'PERIMETER' and r.to_profile in ('DIRECTOR', 'TEACHER');
end $$;

-- The same for what was chosen, gathered: a row for each choice, with who is in it. What follows in this transaction is planned once, too: sending is a
-- thousand times the same few statements, each of which takes longer to plan than to run.
create function circle_reached(tokens text[], me bigint, profile text, hats text[], sides text[], wide boolean, far boolean, directed bigint[], classes bigint[],
                               families bigint[], people bigint[], nodes bigint[], today date)
    returns table (token text, school bigint, side text, label text, people_count bigint, school_name text, alone text, kin text,
                   persons bigint[], person_sides text[], children bigint[])
    language plpgsql volatile rows 4
as $$
begin
    perform set_config('plan_cache_mode', 'force_generic_plan', true);
    return query
    select m.token, min(m.school_id), min(m.side), min(m.label), count(distinct m.person_id),
           (select s.name from structure s where s.id = min(m.school_id)),
           case when count(distinct m.person_id) = 1 and left(m.token, 1) in ('c', 's') then (
                select a.first_name || ' ' || a.last_name from person a where a.id = min(m.person_id)) end,
           min(m.kin), array_agg(m.person_id), array_agg(m.side), array_agg(m.child_id)
      from circle_member(me, circle_reached.profile, hats, sides, wide, far, directed, classes, families, people, nodes, today) m
     where m.person_id <> me and m.token = any (tokens)
     group by m.token
     order by array_position(array['c', 's', 'n', 'f', 'p'], left(m.token, 1)), 6, 4 nulls first,
              array_position(array['GUARDIAN', 'PUPIL', 'TEACHER', 'DIRECTOR'], min(m.side));
end $$;
