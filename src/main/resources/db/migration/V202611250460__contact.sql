-- Who may reach whom. The région's rule: a profile reaches another through what they have in common (scope).
-- A combination that is not here exists for nobody and no school can open it: guardian → other guardians, guardian → other pupils,
-- the town or the supervision → pupils or families.
create table contact_default (
    from_profile text not null check (from_profile in ('PUPIL', 'GUARDIAN', 'TEACHER', 'DIRECTOR', 'TOWN', 'SUPERVISION')),
    to_profile text not null check (to_profile in ('PUPIL', 'GUARDIAN', 'TEACHER', 'DIRECTOR', 'TOWN', 'SUPERVISION')),
    scope text not null check (scope in ('SAME_CLASS', 'SAME_SCHOOL', 'OWN_CHILDREN', 'OWN_GUARDIANS', 'PERIMETER')),
    allowed boolean not null,
    editable boolean not null,          -- a school may decide otherwise
    primary key (from_profile, to_profile, scope)
);
insert into contact_default (from_profile, to_profile, scope, allowed, editable) values
    ('PUPIL', 'PUPIL', 'SAME_CLASS', true, true), ('PUPIL', 'PUPIL', 'SAME_SCHOOL', false, true),
    ('PUPIL', 'GUARDIAN', 'OWN_GUARDIANS', true, false),
    ('PUPIL', 'TEACHER', 'SAME_CLASS', true, true), ('PUPIL', 'TEACHER', 'SAME_SCHOOL', false, true),
    ('PUPIL', 'DIRECTOR', 'SAME_SCHOOL', false, true),
    ('GUARDIAN', 'PUPIL', 'OWN_CHILDREN', true, false),
    ('GUARDIAN', 'TEACHER', 'SAME_CLASS', true, true), ('GUARDIAN', 'TEACHER', 'SAME_SCHOOL', false, true),
    ('GUARDIAN', 'DIRECTOR', 'SAME_SCHOOL', true, true),
    ('TEACHER', 'PUPIL', 'SAME_CLASS', true, true), ('TEACHER', 'PUPIL', 'SAME_SCHOOL', true, true),
    ('TEACHER', 'GUARDIAN', 'SAME_CLASS', true, true), ('TEACHER', 'GUARDIAN', 'SAME_SCHOOL', true, true),
    ('TEACHER', 'TEACHER', 'SAME_SCHOOL', true, false),
    ('TEACHER', 'DIRECTOR', 'SAME_SCHOOL', true, false),
    ('DIRECTOR', 'PUPIL', 'SAME_SCHOOL', true, false), ('DIRECTOR', 'GUARDIAN', 'SAME_SCHOOL', true, false),
    ('DIRECTOR', 'TEACHER', 'SAME_SCHOOL', true, false), ('DIRECTOR', 'DIRECTOR', 'SAME_SCHOOL', true, false),
    ('DIRECTOR', 'TOWN', 'PERIMETER', true, false), ('DIRECTOR', 'SUPERVISION', 'PERIMETER', true, false),
    ('TEACHER', 'SUPERVISION', 'PERIMETER', true, false),
    ('TOWN', 'DIRECTOR', 'PERIMETER', true, false),
    ('SUPERVISION', 'TEACHER', 'PERIMETER', true, false), ('SUPERVISION', 'DIRECTOR', 'PERIMETER', true, false);
grant select on contact_default to preau_app, preau_directory, preau_job;

-- Where a school differs from the région; with a class, only for the pupils and guardians of that class or group.
create table contact_rule (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    class_id bigint,
    from_profile text not null,
    to_profile text not null,
    scope text not null,
    allowed boolean not null,
    primary key (school_id, id),
    unique nulls not distinct (school_id, class_id, from_profile, to_profile, scope),
    foreign key (school_id, class_id) references school_class (school_id, id) on delete cascade,
    foreign key (from_profile, to_profile, scope) references contact_default,
    check (class_id is null or from_profile in ('PUPIL', 'GUARDIAN'))
);

-- What the direction has decided, the newest last: shown on the screen, and what "undo" goes back to. A choice: USUAL (as the level above), NONE or the widest scope.
create table contact_change (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    class_id bigint,
    from_profile text not null,
    to_profile text not null,
    before text not null,
    after text not null,
    at timestamptz not null,
    person_id bigint not null references person,
    undone_at timestamptz,
    primary key (school_id, id),
    foreign key (school_id, class_id) references school_class (school_id, id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['contact_rule', 'contact_change'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy within_reach on %I for select to preau_app using
            (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])))', t);
        execute format('create policy directory_work on %I to preau_directory using (true) with check (true)', t);
        execute format('create policy job_reads on %I for select to preau_job using (true)', t);
        execute format('grant select on %I to preau_app, preau_job', t);
        execute format('grant select, insert, update, delete on %I to preau_directory', t);
    end loop;
end $$;

-- The profile that a role gives in the matrix; null reaches nobody.
create function contact_profile(kind text) returns text
    language sql immutable parallel safe
    return case
        when kind in ('PUPIL', 'GUARDIAN', 'DIRECTOR') then kind
        when kind in ('TEACHER', 'SUBSTITUTE', 'ADMINISTRATOR', 'AIDE', 'CONTRIBUTOR', 'TRAINEE', 'ACTIVITY_LEADER') then 'TEACHER'
        when kind in ('MAYOR', 'TOWN_REFERENT', 'TOWN_STAFF') then 'TOWN'
        when kind in ('INSPECTOR', 'DIGITAL_REFERENT', 'DEPARTMENT_OFFICER', 'ADVISER', 'PERIMETER_ADMINISTRATOR', 'REGION_LEAD', 'ASSISTANCE',
                      'DATA_PROTECTION_OFFICER') then 'SUPERVISION'
    end;

-- Between a school and what stands above it (its town, its supervision) the wall hides names both ways; this shows those that the acting
-- person has to do with, and only from their own roles.
create function perimeter_link(people bigint[], today date)
    returns table (from_person bigint, from_profile text, to_person bigint, to_profile text, school_id bigint, first_name text, last_name text)
    language sql stable security definer rows 30 set search_path = pg_catalog, public, pg_temp
as $$
    with mine as materialized (
        select r.person_id, contact_profile(r.kind) as profile, r.structure_id
          from role r join person p on p.id = r.person_id and p.departed_at is null
         where r.person_id = any (people) and r.person_id = any (own_persons())
           and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today
    )
    select m.person_id, m.profile, p.id, 'DIRECTOR', a.school_id, p.first_name, p.last_name
      from mine m
      join school_above a on a.node_id = m.structure_id
      join role d on d.structure_id = a.school_id and d.kind = 'DIRECTOR'
       and coalesce(d.starts_on, today) <= today and coalesce(d.ends_on, today) >= today
      join person p on p.id = d.person_id and p.departed_at is null
     where m.profile = 'TOWN'
    union all
    select distinct m.person_id, m.profile, p.id, contact_profile(d.kind), a.school_id, p.first_name, p.last_name
      from mine m
      join school_above a on a.school_id = m.structure_id
      join role d on d.structure_id = a.node_id and contact_profile(d.kind) in ('TOWN', 'SUPERVISION')
       and coalesce(d.starts_on, today) <= today and coalesce(d.ends_on, today) >= today
      join person p on p.id = d.person_id and p.departed_at is null
     where m.profile in ('TEACHER', 'DIRECTOR') and m.structure_id in (select s.school_id from school_above s where s.node_id = any (reach()))
$$;
revoke execute on function perimeter_link(bigint[], date) from public;
grant execute on function perimeter_link(bigint[], date) to preau_app;

-- Everything that links these people to others, with what the rule in force says of it: the one answer to "who may reach whom".
-- draft: rules of the editor, tried before they are kept; allowed null takes a rule away. Runs behind the wall of whoever asks.
create function contact_link(people bigint[], today date, draft jsonb)
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
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, e.pupil_id
          from ruled r join enrolment e on e.school_id = r.school_id join guardianship g on g.pupil_id = e.pupil_id
         where r.scope = 'SAME_SCHOOL' and r.to_profile = 'GUARDIAN'
        union all
        select r.person_id, r.profile, d.person_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join role d on d.structure_id = r.school_id and d.kind = 'DIRECTOR'
           and coalesce(d.starts_on, today) <= today and coalesce(d.ends_on, today) >= today
         where r.scope = 'SAME_SCHOOL' and r.to_profile = 'DIRECTOR'
        union all
        select r.person_id, r.profile, i.pupil_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.child_id
          from ruled r join class_enrolment i on i.school_id = r.school_id and i.class_id = r.class_id
            -- Between pupils, the class; a group mixes classes.
         where r.scope = 'SAME_CLASS' and r.to_profile = 'PUPIL' and (r.profile <> 'PUPIL' or r.class_kind = 'CLASS')
        union all
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, i.pupil_id
          from ruled r join class_enrolment i on i.school_id = r.school_id and i.class_id = r.class_id join guardianship g on g.pupil_id = i.pupil_id
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
          from ruled r where r.scope = 'OWN_CHILDREN'
        union all
        select r.person_id, r.profile, g.guardian_id, r.to_profile, r.scope, r.allowed, r.origin, r.school_id, r.class_id, r.person_id
          from ruled r join guardianship g on g.pupil_id = r.person_id where r.scope = 'OWN_GUARDIANS'
        union all
        select r.person_id, r.profile, a.person_id, r.to_profile, r.scope, r.allowed, r.origin, a.school_id, null, null
          from ruled r join school_above w on w.node_id = r.node_id join affiliation a on a.school_id = w.school_id and a.profile = 'TEACHER'
         where r.profile = 'SUPERVISION' and r.to_profile = 'TEACHER'
        union all
        select r.person_id, r.profile, d.person_id, r.to_profile, r.scope, r.allowed, r.origin, d.structure_id, null, null
          from ruled r join school_above w on w.node_id = r.node_id join role d on d.structure_id = w.school_id and d.kind = 'DIRECTOR'
           and coalesce(d.starts_on, today) <= today and coalesce(d.ends_on, today) >= today
         where r.profile = 'SUPERVISION' and r.to_profile = 'DIRECTOR'
    )
    select m.person_id, m.profile, m.to_person, m.to_profile, m.scope, m.allowed, m.origin, m.school_id, m.class_id, m.child_id
      from met m join person p on p.id = m.to_person and p.departed_at is null
     where m.to_person <> m.person_id
    union all
    select l.from_person, l.from_profile, l.to_person, l.to_profile, 'PERIMETER', d.allowed, 'REGION', l.school_id, null, null
      from perimeter_link(people, today) l
      join contact_default d on d.from_profile = l.from_profile and d.to_profile = l.to_profile and d.scope = 'PERIMETER'
$$;
