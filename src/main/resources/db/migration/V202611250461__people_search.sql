-- Searching people by name, within reach. Text operators are not leakproof: behind a policy they would never use an index, so this one
-- function runs as the owner and asks reach() and own_persons() itself. Its arguments only narrow.

-- The owner runs it, walls included: it is let through them here, by name.
do $$
declare t text;
begin
    foreach t in array array['person', 'affiliation', 'role', 'guardianship', 'enrolment', 'class_enrolment', 'school_class', 'teaching', 'contact_rule'] loop
        execute format('create policy owner_searches on %I for select to current_user using (true)', t);
    end loop;
end $$;

-- A name as it is searched: no accents, no capitals, each word after a space.
create function search_words(words text) returns text
    language sql immutable parallel safe strict
    return ' ' || regexp_replace(public.plain(words), '[^a-z0-9]+', ' ', 'g');

-- Staff of a whole région are found by name first, the people of one school by their school first: only staff keep their words, in the order
-- of lists (last name, first name), which is also the order of results.
alter table person add column staff_words text
    generated always as (case when kind in ('STAFF', 'LOCAL') then search_words(last_name || ' ' || first_name) end) stored;
create index person_staff_order on person (staff_words collate "C", id) where staff_words is not null;

create function people_found(me bigint, hat text[], wanted text[], today date, asked text, after_words text, after_id bigint, size int)
    returns table (person_id bigint, first_name text, last_name text, profiles text[], words text)
    language plpgsql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp
as $$
declare
    patterns text[];
    nodes bigint[];
begin
    if me is null or me <> all (own_persons()) then return; end if;
    -- The longest word first: it is the one that the index is asked for. Only letters and digits are left, so nothing is a wildcard.
    select array_agg('% ' || w || '%' order by length(w) desc, w) into patterns
      from (select distinct left(w, 40) as w from regexp_split_to_table(search_words(left(asked, 200)), ' ') w where w <> '' limit 6) sought;
    if patterns is null then return; end if;

    if 'SUPERVISION' = any (hat) then
        select array_agg(r.structure_id) into nodes
          from role r join person p on p.id = r.person_id and p.departed_at is null
         where r.person_id = me and contact_profile(r.kind) = 'SUPERVISION' and r.structure_id = any (reach())
           and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today;
        if (select count(*) from (select 1 from school_above w where w.node_id = any (nodes) limit 100) few) = 100 then
            if 'TEACHER' <> all (wanted) or not exists (
                select 1 from contact_default d where d.from_profile = 'SUPERVISION' and d.to_profile = 'TEACHER' and d.allowed) then return; end if;
            -- The list is walked in its order, from the index alone, until enough are found: the same small cost for any word.
            return query
            select p.id, p.first_name, p.last_name, array['TEACHER'], p.staff_words
              from (select o.id, o.staff_words from person o
                     where o.staff_words is not null and o.staff_words like all (patterns)
                       and (after_id is null or (o.staff_words collate "C", o.id) > (after_words, after_id))
                     order by o.staff_words collate "C", o.id offset 0) found
              join person p on p.id = found.id and p.departed_at is null
             where (select true from affiliation a join school_above w on w.school_id = a.school_id
                     where a.person_id = found.id and a.profile = 'TEACHER' and w.node_id = any (nodes) limit 1)
             order by found.staff_words collate "C", found.id
             limit least(size, 50);
            return;
        end if;
    end if;

    return query
    with directed as materialized (
        select r.structure_id from role r
         where r.person_id = me and r.kind in ('DIRECTOR', 'ADMINISTRATOR')
           and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today
    ), reached as materialized (
        select l.to_person, array_agg(distinct l.to_profile) as profiles,
               array_agg(distinct case l.to_profile when 'PUPIL' then l.to_person when 'GUARDIAN' then l.child_id end) as pupils
          from contact_link(array[me], today, '[]') l
         where l.allowed and l.from_profile = any (hat) and l.to_profile = any (wanted)
            -- Somebody who teaches looks for the pupils and families of their classes; the direction, for those of the school.
           and (l.from_profile <> 'TEACHER' or l.to_profile not in ('PUPIL', 'GUARDIAN') or l.scope = 'SAME_CLASS'
                or l.school_id in (select d.structure_id from directed d))
         group by l.to_person
    ), named as materialized (
        select p.id, p.first_name, p.last_name, r.profiles, r.pupils, search_words(p.last_name || ' ' || p.first_name) as words
          from reached r join person p on p.id = r.to_person
    )
    select n.id, n.first_name, n.last_name, n.profiles, n.words
      from named n
     where (after_id is null or (n.words collate "C", n.id) > (after_words, after_id))
       and (n.words like all (patterns)
            or n.words || search_words(coalesce((
                   select string_agg(k.label, ' ') from class_enrolment i
                     join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null
                    where i.pupil_id = any (n.pupils)), '')) || search_words(coalesce((
                   select string_agg(k.label, ' ') from teaching t
                     join school_class k on k.school_id = t.school_id and k.id = t.class_id and k.ended_at is null
                    where t.person_id = n.id and 'TEACHER' = any (n.profiles)
                      and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today), '')) like all (patterns))
     order by n.words collate "C", n.id
     limit least(size, 50);
end $$;
revoke execute on function people_found(bigint, text[], text[], date, text, text, bigint, int) from public;
grant execute on function people_found(bigint, text[], text[], date, text, text, bigint, int) to preau_app;
