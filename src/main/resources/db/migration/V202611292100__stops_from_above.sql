-- Whoever has a place has the hand on it and on all that is below; on a commune, whoever oversees all of its schools.
create function is_over(own bigint[], node bigint) returns boolean language sql stable as $$
    with recursive up (id) as (
        select node
        union
        select n.id from up u join structure s on s.id = u.id cross join lateral (values (s.parent_id), (s.town_id)) n (id) where n.id is not null
    )
    select exists (select 1 from up where id = any (own))
        or exists (select 1 from structure s where s.town_id = node and s.departed_at is null)
       and not exists (
           select 1 from structure s where s.town_id = node and s.departed_at is null and not exists (
               select 1 from school_above a where a.school_id = s.id and a.node_id = any (own) and a.node_id not in (s.id, node)))
$$;

alter table message_stop add maker_node_id bigint references structure; -- the maker's place: it is lifted there or above, nowhere below
alter table message_stop no force row level security;
alter table role no force row level security;
update message_stop x set maker_node_id = coalesce((
    select r.structure_id from role r where r.person_id = x.made_by and is_over(array[r.structure_id], x.node_id) order by r.id limit 1), x.node_id);
alter table role force row level security;
alter table message_stop force row level security;
alter table message_stop alter maker_node_id set not null;
