-- Schools that will all arrive on Monday: classes, children with their doors, guardians with a password. Run as a superuser; bench.* are set by the caller.
set session_replication_role = replica;     -- keys are right by construction
create temp table setting as
select current_setting('bench.schools')::int as schools, current_setting('bench.pupils')::int as pupils, current_setting('bench.guardians')::int as guardians,
       ceil(current_setting('bench.pupils')::int / 25.0)::int as classes, current_setting('bench.words')::int as words, now() - interval '7 days' as before;
create temp table model as select id, parent_id, town_id from structure where kind = 'SCHOOL' order by id limit 1;
create temp table school as
with made as (insert into structure (kind, name, parent_id, town_id)
              select 'SCHOOL', 'École du lundi ' || n, parent_id, town_id from model, setting, generate_series(0, schools - 1) n returning id)
select id, row_number() over (order by id) - 1 as n from made;
insert into school_above (node_id, school_id)
select case a.node_id when m.id then s.id else a.node_id end, s.id from school s, model m join school_above a on a.school_id = m.id;
insert into school_class (school_id, kind, label, join_key) select s.id, 'CLASS', 'Classe ' || c, c::text from school s, setting, generate_series(1, classes) c;

-- Numbers in the key of each person say who they are: school, place in it.
insert into person (kind, first_name, last_name, academy, join_key)
select k.kind, 'Prénom ' || i, 'NOM ' || s.n, 'bench', k.kind || '-' || s.n || '-' || i
  from school s cross join setting t cross join lateral (values ('PUPIL', t.pupils), ('GUARDIAN', t.guardians)) k (kind, many) cross join lateral generate_series(1, k.many) i;
create temp table somebody as
select p.id, p.kind, s.id as school_id, s.n, split_part(p.join_key, '-', 3)::int as i, 0 as class_no, 0::bigint as account_id
  from person p join school s on s.n = split_part(p.join_key, '-', 2)::int where p.academy = 'bench';
update somebody set class_no = 1 + (i - 1) * classes / pupils from setting where kind = 'PUPIL';
create unique index on somebody (school_id, kind, i);
analyze somebody;
insert into enrolment (school_id, pupil_id, level)
select school_id, id, (array['1111', '1112', '1113', '1121', '1122', '1123', '1124', '1125'])[1 + (class_no - 1) * 8 / classes] from somebody, setting where kind = 'PUPIL';
insert into class_enrolment (school_id, class_id, pupil_id)
select e.school_id, c.id, e.id from somebody e join school_class c on c.school_id = e.school_id and c.join_key = e.class_no::text where e.kind = 'PUPIL';
insert into guardianship (pupil_id, guardian_id, link_code)
select p.id, g.id, '10' from setting, somebody g join somebody p on p.school_id = g.school_id and p.kind = 'PUPIL' where g.kind = 'GUARDIAN' and p.i = 1 + (g.i - 1) % pupils;
insert into affiliation (school_id, person_id, profile) select school_id, id, kind from somebody;

-- The doors. The eldest have three words; below them one child holds a card, the next one of the class's tablets.
insert into account (login, state, created_at) select lower(kind) || '-' || n || '-' || i, 'ACTIVE', before from somebody, setting;
update somebody s set account_id = a.id from account a where a.login = lower(s.kind) || '-' || s.n || '-' || s.i;
insert into account_person (account_id, person_id) select account_id, id from somebody;
update account a set password_hash = current_setting('bench.hash')
  from somebody s, setting where s.account_id = a.id and (s.kind = 'GUARDIAN' or s.i > pupils * (100 - words) / 100);
-- HMAC-SHA-256 of the account and its code under the installation's secret, whose two padded keys the caller gives.
update account a
   set picture_hash = 'hmac:' || rtrim(encode(sha256(decode(current_setting('bench.outer'), 'hex') || sha256(decode(current_setting('bench.inner'), 'hex')
                      || convert_to(a.id || ' cat sun boat apple', 'UTF8'))), 'base64'), '=')
  from somebody s, setting where s.account_id = a.id and s.kind = 'PUPIL' and s.i <= pupils * (100 - words) / 100;
insert into card (token_hash, person_id, made_at, expires_on)
select sha256(convert_to('card-' || n || '-' || i, 'UTF8')), id, before, current_date + 1 from somebody, setting where kind = 'PUPIL';
insert into class_device (school_id, class_id, token_hash, label, paired_at, ends_on)
select s.id, c.id, sha256(convert_to('tablet-' || s.n || '-' || c.join_key, 'UTF8')), 'Tablette', before, current_date + 1
  from setting, school s join school_class c on c.school_id = s.id;

-- They were here last Monday: their charter is read, and the network of their school is on their sessions.
insert into charter_acceptance (account_id, audience, version, text_hash, accepted_at, manner)
select s.account_id, k.audience, max(k.version), 'bench', before, 'READ'
  from setting, somebody s join charter k on k.audience = case s.kind when 'PUPIL' then 'CHILD' else 'ADULT' end group by s.account_id, k.audience, before;
insert into session (token_hash, account_id, person_id, profile, device, created_at, seen_at, idle_until, ends_at, client, network)
select sha256(convert_to('last-' || id, 'UTF8')), account_id, id, kind, case kind when 'PUPIL' then 'SHARED' else 'PERSONAL' end, before, before, before, before,
       'Firefox sur Linux', left(encode(sha256(convert_to(current_setting('bench.network') || lpad(to_hex(n + case kind when 'PUPIL' then 0 else 100 end), 2, '0'), 'UTF8')), 'hex'), 16)
  from somebody, setting;
update account set first_sign_in_at = before, last_sign_in_at = before from setting where id in (select account_id from somebody);
set session_replication_role = origin;
analyze;
