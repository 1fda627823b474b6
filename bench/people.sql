-- A région of invented people: 4 500 schools, 1.25 million persons, with what the search goes through. Run as a superuser, whatever the directory
-- holds; the tables that later statements of the session go through are temporary ones.
set session_replication_role = replica;     -- keys are right by construction
create temp table region as with made as (insert into structure (kind, name) values ('REGION', 'Région') returning id) select id from made;
insert into structure (kind, name, academy, parent_id) select 'ACADEMY', 'Académie ' || n, n::text, id from region, generate_series(1, 2) n;
insert into structure (kind, name, parent_id) select 'DEPARTMENT', 'Département ' || n, id + 1 + n % 2 from region, generate_series(1, 13) n;
insert into structure (kind, name, parent_id) select 'DISTRICT', 'Circonscription ' || n, id + 3 + n % 13 from region, generate_series(1, 225) n;
insert into structure (kind, name, insee) select 'TOWN', 'Commune ' || n, n::text from generate_series(1, 3000) n;
insert into structure (kind, name, parent_id, town_id)
select 'SCHOOL', 'École ' || n, id + 16 + n % 225, id + 241 + n % 3000 from region, generate_series(1, 4500) n;
insert into school_above (node_id, school_id)
select u.node, s.id
  from structure s join structure d on d.id = s.parent_id join structure t on t.id = d.parent_id join structure a on a.id = t.parent_id
 cross join lateral unnest(array[s.id, d.id, t.id, a.id, a.parent_id, s.town_id]) u (node)
 where s.kind = 'SCHOOL' and s.id > (select id from region);

create temp table school as select id, row_number() over (order by id) as n from structure where kind = 'SCHOOL' and id > (select id from region);
insert into school_class (school_id, kind, label, join_key)
select s.id, 'CLASS', (array['PS-MS', 'GS', 'CP A', 'CP-CE1', 'CE1-CE2', 'CE2-CM1', 'CM1-CM2'])[c], c::text from school s, generate_series(1, 7) c;

create temp table first_name as select name, row_number() over () - 1 as n from unnest(string_to_array(
    'Léa,Hugo,Manon,Nathan,Zoé,Élise,Rayan,Inès,Louis,Fatou,Théo,Salomé,Amina,Karim,Chloé,Thomas,Hélène,Julien,Lucie,Marc,Nadia,Sofia,Tom,Jade,Yanis,'
    || 'Camille,Gaspard,Adèle,Noé,Maëlle,Étienne,Océane,Gaël,Anaïs,Jean-Baptiste,Marie-Lou,Cosima,Corentin,Colette,Constance', ',')) name;
create temp table last_name as select upper(b || m || e) as name, row_number() over () - 1 as n
  from unnest(array['Cos', 'Ben', 'Mar', 'Le ', 'Da ', 'Pra', 'Rey', 'Bar', 'Fer', 'Gar', 'Vid', 'Rou', 'Pue', 'Azé', 'Tra', 'Cro', 'D''An', 'Mas', 'Oli', 'Lam']) b,
       unnest(array['ta', 'ali', 'ti', 'dal', 'nè', 'th', 'ran', 'ci', 'al', 'mo', 'si', 'go']) m,
       unnest(array['', 's', 'n', 'ud', 'lle', 'rt', 'ère', 'ou']) e;

-- 140 pupils, 129 guardians and 9 teachers in each school: numbers in a row, so that links are made by arithmetic.
insert into person (kind, first_name, last_name, academy, join_key)
select k.kind, f.name, l.name, (1 + s.n % 2)::text, k.kind || s.n || '-' || i
  from school s
 cross join (values ('STAFF', 9), ('PUPIL', 140), ('GUARDIAN', 129)) k (kind, many)
 cross join lateral generate_series(1, k.many) i
  join first_name f on f.n = mod(abs(hashint8(s.n * 1000 + i * 7 + length(k.kind) * 131)), 40)
  join last_name l on l.n = mod(abs(hashint8(s.n * 7919 + i * 104729 + length(k.kind) * 31)), (select count(*) from last_name))
 order by s.n, k.kind desc, i;
create temp table somebody as
select p.id, p.kind, s.id as school_id, s.n as school_n, split_part(p.join_key, '-', 2)::int as i
  from person p join school s on s.n = substr(split_part(p.join_key, '-', 1), length(p.kind) + 1)::bigint where p.academy in ('1', '2');
create unique index on somebody (school_id, kind, i);
analyze somebody;
insert into enrolment (school_id, pupil_id) select school_id, id from somebody where kind = 'PUPIL';
insert into class_enrolment (school_id, class_id, pupil_id)
select e.school_id, c.id, e.id from somebody e join school_class c on c.school_id = e.school_id and c.join_key = (1 + (e.i - 1) / 20)::text where e.kind = 'PUPIL';
insert into guardianship (pupil_id, guardian_id, link_code)
select p.id, g.id, '10' from somebody p join somebody g on g.school_id = p.school_id and g.kind = 'GUARDIAN' and (g.i = 1 + p.i % 129 or g.i = 1 + (p.i * 2) % 129)
 where p.kind = 'PUPIL' group by p.id, g.id;
insert into role (person_id, kind, structure_id, source) select id, case i when 1 then 'DIRECTOR' else 'TEACHER' end, school_id, 'FEED' from somebody where kind = 'STAFF';
insert into teaching (school_id, class_id, person_id)
select s.school_id, c.id, s.id from somebody s join school_class c on c.school_id = s.school_id and c.join_key = s.i::text where s.kind = 'STAFF' and s.i <= 7;
insert into affiliation (school_id, person_id, profile) select school_id, id, case kind when 'STAFF' then 'TEACHER' else kind end from somebody;
-- Somebody above each width of reach: the région, an académie, a circonscription; and a town.
insert into person (kind, first_name, last_name) values ('LOCAL', 'Région', 'Bench'), ('LOCAL', 'Académie', 'Bench'), ('LOCAL', 'Circonscription', 'Bench'), ('LOCAL', 'Ville', 'Bench');
insert into role (person_id, kind, structure_id, source)
select p.id, case when s.kind = 'TOWN' then 'TOWN_REFERENT' else 'REGION_LEAD' end, s.id, 'LOCAL'
  from person p join structure s on s.id in (select min(id) from structure where id >= (select id from region) group by kind)
   and s.kind = case p.first_name when 'Région' then 'REGION' when 'Académie' then 'ACADEMY' when 'Circonscription' then 'DISTRICT' else 'TOWN' end
 where p.last_name = 'Bench';
set session_replication_role = origin;
vacuum analyze;
