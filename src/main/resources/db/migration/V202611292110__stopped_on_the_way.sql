-- The stop that holds whoever wrote a message, at this moment; null for none. A drill holds nobody.
create function stop_of(school bigint, author bigint, author_profile text, today date) returns bigint language sql stable as $$
    with recursive place (id) as (
        select school
        union
        select a.school_id from affiliation a where a.person_id = author and a.profile = author_profile
        union
        select r.structure_id from role r where r.person_id = author and author_profile in ('TEACHER', 'TOWN', 'SUPERVISION')
           and coalesce(r.starts_on, today) <= today and coalesce(r.ends_on, today) >= today
    ), above (id) as (
        select id from place
        union
        select n.id from above a join structure s on s.id = a.id cross join lateral (values (s.parent_id), (s.town_id)) n (id) where n.id is not null
    )
    select min(x.id) from message_stop x where x.lifted_at is null and not x.drill and (
           x.kind = 'NODE' and x.target_id in (select id from above)
        or x.kind = 'PERSON' and x.target_id = author
        or x.kind = 'CLASS' and author_profile = 'PUPIL' and exists (
           select 1 from class_enrolment i where i.pupil_id = author and i.class_id = x.target_id)
        or x.kind = 'CLASS' and author_profile = 'GUARDIAN' and exists (
           select 1 from guardianship g join class_enrolment i on i.pupil_id = g.pupil_id where g.guardian_id = author and i.class_id = x.target_id)
        or x.kind = 'CLASS' and author_profile = 'TEACHER' and exists (
           select 1 from teaching t where t.person_id = author and t.class_id = x.target_id
              and coalesce(t.starts_on, today) <= today and coalesce(t.ends_on, today) >= today))
$$;

-- STOPPED: written and in nobody's box yet when its author was stopped; it goes on when the stop is lifted.
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check check (state in ('SENDING', 'WAITING', 'HELD', 'SENT', 'STOPPED', 'RETURNED'));
create index message_to_come on message (deliver_at) where deliver_at > sent_at;
create index message_stopped on message (school_id, id) where state = 'STOPPED';
