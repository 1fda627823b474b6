-- An invented région for conventions: the two académies, thirteen départements, {schools} schools of 2 500 communes with real keys (UAI, SIRET), 278 people of
-- each school, and one who pays for each commune. Run as a superuser on an empty directory; {schools} is replaced.
set session_replication_role = replica;     -- keys are right by construction
create function pg_temp.luhn(digits text) returns text language sql as $$
    select digits || (10 - sum(case when n % 2 = length(digits) % 2 then (2 * d) / 10 + (2 * d) % 10 else d end) % 10) % 10
      from (select ordinality as n, d::int from unnest(string_to_array(digits, null)) with ordinality u (d, ordinality)) x $$;
insert into structure (kind, name) values ('REGION', 'Région');
insert into structure (kind, name, academy, parent_id) select 'ACADEMY', 'Académie ' || a, a, (select id from structure where kind = 'REGION') from unnest(array['11', '16']) a;
create temp table place as
select d, ordinality as n, case when d in ('11', '30', '34', '48', '66') then '11' else '16' end as academy
  from unnest(string_to_array('09,11,12,30,31,32,34,46,48,65,66,81,82', ',')) with ordinality u (d, ordinality);
insert into structure (kind, name, academy, parent_id) select 'DEPARTMENT', 'Département ' || d, p.academy, a.id from place p join structure a on a.kind = 'ACADEMY' and a.academy = p.academy;
insert into structure (kind, name, insee, siret)
select 'TOWN', 'Commune ' || g, i, pg_temp.luhn(pg_temp.luhn('21' || left(i, 2) || '0' || right(i, 3)) || '0001')
  from generate_series(1, 2500) g join place on place.n = 1 + g % 13 cross join lateral (select place.d || lpad((1 + g / 13)::text, 3, '0') as i) x;
create temp table town as select id, insee, row_number() over (order by id) as n from structure where kind = 'TOWN';
insert into structure (kind, name, uai, insee, academy, parent_id, town_id, city)
select 'SCHOOL', 'École élémentaire publique ' || g, k || substr('ABCDEFGHJKLMNPRSTUVWXYZ', k::int % 23 + 1, 1), t.insee, p.academy, d.id, t.id, 'Commune'
  from generate_series(1, {schools}) g join town t on t.n = 1 + g % 2500 join place p on p.d = left(t.insee, 2) join structure d on d.kind = 'DEPARTMENT' and d.name = 'Département ' || p.d
 cross join lateral (select '0' || p.d || lpad(g::text, 4, '0') as k) x;
insert into school_above (node_id, school_id)
select u.node, s.id from structure s join structure d on d.id = s.parent_id join structure a on a.id = d.parent_id cross join lateral unnest(array[s.id, d.id, a.id, a.parent_id, s.town_id]) u (node)
 where s.kind = 'SCHOOL';
create temp table school as select id, row_number() over (order by id) - 1 as n from structure where kind = 'SCHOOL';
insert into enrolment (school_id, pupil_id) select s.id, 1 + s.n * 278 + i from school s, generate_series(1, 278) i;
insert into affiliation (school_id, person_id, profile) select s.id, 1 + s.n * 278 + i, 'PUPIL' from school s, generate_series(1, 278) i;
insert into account (login, state, created_at, last_sign_in_at)
select 'bench' || s.n * 278 + i, 'ACTIVE', now(), case when i % 2 = 0 then now() end from school s, generate_series(1, 60) i;
insert into account_person (account_id, person_id) select id, 1 + substr(login, 6)::bigint from account;
insert into debtor (kind, name, siret, town_id, department_id, academy_id, region_id, street, postal_code, city, signatory_name, signatory_title, email, chorus_service, changed_at)
select 'TOWN', 'Commune de ' || t.name, t.siret, t.id, max(d.id), max(a.id), max(a.parent_id), '1 place de la Mairie', left(t.insee, 2) || '000', t.name, 'Camille Exemple', 'Maire', '', '', now()
  from structure t join structure s on s.town_id = t.id and s.kind = 'SCHOOL' join structure d on d.id = s.parent_id join structure a on a.id = d.parent_id where t.kind = 'TOWN' group by t.id;
set session_replication_role = origin;
vacuum analyze;
