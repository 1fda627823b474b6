-- Those who write and read, signed in, in an invented région (people.sql, in the same session of psql, as a superuser): a school of ten classes, each
-- of fifteen children with two guardians; somebody above 30 006 teachers; three guardians who have received 50, 50 000 and 50 000 messages.
set session_replication_role = replica;     -- keys are right by construction
create temp table here as
with made as (insert into structure (kind, name, parent_id, town_id)
              select 'SCHOOL', 'École du courrier', s.parent_id, s.town_id from structure s, school o where s.id = o.id and o.n = 1 returning id)
select id from made;
insert into school_above (node_id, school_id)
select case a.node_id when o.id then h.id else a.node_id end, h.id from here h, school o join school_above a on a.school_id = o.id where o.n = 1;
insert into school_class (school_id, kind, label, join_key) select id, 'CLASS', 'Classe ' || c, c::text from here, generate_series(1, 10) c;
insert into person (kind, first_name, last_name, academy, join_key)
select k.kind, 'Prénom ' || i, 'COURRIER', '2', 'COURRIER-' || k.kind || '-' || i
  from (values ('STAFF', 11), ('PUPIL', 150), ('GUARDIAN', 300)) k (kind, many) cross join lateral generate_series(1, k.many) i;
create temp table reader as
select id, kind, split_part(join_key, '-', 3)::int as i from person where join_key like 'COURRIER-%';
insert into enrolment (school_id, pupil_id) select h.id, r.id from here h, reader r where kind = 'PUPIL';
insert into class_enrolment (school_id, class_id, pupil_id)
select h.id, c.id, r.id from here h, reader r join school_class c on c.join_key = (1 + (r.i - 1) / 15)::text where r.kind = 'PUPIL' and c.school_id = h.id;
insert into guardianship (pupil_id, guardian_id, link_code) select p.id, g.id, '10' from reader p join reader g on g.kind = 'GUARDIAN' and (g.i + 1) / 2 = p.i where p.kind = 'PUPIL';
insert into role (person_id, kind, structure_id, source) select r.id, case i when 11 then 'DIRECTOR' else 'TEACHER' end, h.id, 'FEED' from here h, reader r where kind = 'STAFF';
insert into teaching (school_id, class_id, person_id)
select h.id, c.id, r.id from here h, reader r join school_class c on c.join_key = r.i::text where r.kind = 'STAFF' and c.school_id = h.id;
insert into affiliation (school_id, person_id, profile) select h.id, r.id, case kind when 'STAFF' then 'TEACHER' else kind end from here h, reader r;
-- Of the teachers of the région 30 006 stay, with the eleven of this school.
delete from affiliation a using school s where a.school_id = s.id and a.profile = 'TEACHER' and s.n > 3333;
delete from affiliation a using here h, reader r where a.school_id = h.id and a.person_id = r.id and r.kind = 'STAFF' and r.i between 2 and 3;

create temp table writer as
select 'teacher' as name, 'TEACHER' as profile, id as person_id from reader where kind = 'STAFF' and i = 1
union all select 'director', 'TEACHER', id from reader where kind = 'STAFF' and i = 11
union all select 'region', 'SUPERVISION', p.id from person p where p.last_name = 'Bench' and p.first_name = 'Région'
union all select (array['few', 'many', 'never'])[i], 'GUARDIAN', id from reader where kind = 'GUARDIAN' and i <= 3;
insert into account (login, state, totp_secret, created_at, first_sign_in_at, last_sign_in_at)
select 'bench.' || name, 'ACTIVE', 'bench', now() - interval '30 days', now() - interval '30 days', now() from writer;
insert into account_person (account_id, person_id) select a.id, w.person_id from writer w join account a on a.login = 'bench.' || w.name;
insert into charter_acceptance (account_id, audience, version, text_hash, accepted_at, manner)
select a.id, 'ADULT', k.version, 'bench', now(), 'READ' from account a, (select max(version) as version from charter where audience = 'ADULT') k where a.login like 'bench.%';
insert into known_device (account_id, token_hash, name, first_at, last_at)
select id, sha256(convert_to(login, 'UTF8')), 'Bench', now() - interval '30 days', now() from account where login like 'bench.%';
insert into session (token_hash, account_id, person_id, profile, device, created_at, seen_at, idle_until, ends_at, second_factor_at, device_id)
select sha256(convert_to(a.login, 'UTF8')), a.id, w.person_id, w.profile, 'PERSONAL', now(), now(), now() + interval '2 hours', now() + interval '2 hours', now(), d.id
  from writer w join account a on a.login = 'bench.' || w.name join known_device d on d.account_id = a.id;
-- From today on nobody waits for a second person because of how many they write to, nor for the morning.
insert into vigilance_figure (figure, valid_from, value)
select f, current_date, 100000000 from unnest(array['PEOPLE', 'CLASS', 'SCHOOL', 'PERIMETER', 'SAME_TEXT_SOURCES']) f on conflict do nothing;
update quiet_usual set evening_from = '23:59:59', evening_until = '00:00', weekend_from = null;

-- What was received before, with what the bell was told of it: the latest ten unread, or everything.
insert into message (school_id, conversation_id, author_id, author_name, author_profile, subject, body, replies, audience, state, sent_at, deliver_at, recipients)
select h.id, n, w.person_id, 'Prénom 11 COURRIER', 'TEACHER', 'Objet ' || n, 'Bonjour, voici le message ' || n || ' de la direction aux familles de la classe.', 'AUTHOR',
       'Familles', 'SENT', now() - make_interval(mins => n), now() - make_interval(mins => n), 2
  from here h, writer w, generate_series(1, 50000) n where w.name = 'director';
insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at, read_at)
select m.school_id, m.id, w.person_id, m.author_id, 'GUARDIAN', array(select g.pupil_id from guardianship g where g.guardian_id = w.person_id), m.deliver_at,
       case when w.name <> 'never' and m.conversation_id > 10 then now() end
  from here h join message m on m.school_id = h.id, writer w where w.name in ('many', 'never') or w.name = 'few' and m.conversation_id <= 50;
insert into notification (school_id, person_id, kind, subject_id, pupil_id, fact, at, deliver_at, read_at)
select b.school_id, b.person_id, 'MESSAGE', b.message_id, b.pupils[1], 'message-sent ' || b.message_id, b.deliver_at, b.deliver_at, b.read_at from here h join message_box b on b.school_id = h.id;
-- So many rows that no index is new (:rows): a hundred messages, each to as many.
insert into message (school_id, conversation_id, author_id, author_name, author_profile, subject, body, replies, audience, state, sent_at, deliver_at, recipients)
select s.id, n, p.id, 'Quelqu’un', 'TEACHER', 'Objet ' || n, 'Bonjour', 'AUTHOR', '', 'SENT', now() - interval '40 days', now() - interval '40 days', :rows / 100
  from (select id from school where n = 2) s, (select id from somebody where school_n = 2 and kind = 'STAFF' and i = 1) p, generate_series(1, 100) n;
insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
select m.school_id, m.id, p.id, m.author_id, 'GUARDIAN', '{}', m.deliver_at
  from school s join message m on m.school_id = s.id and s.n = 2, (select id from somebody where kind <> 'PUPIL' order by id limit :rows / 100) p;
set session_replication_role = origin;
-- The same table twice more, to write as many rows beside: with its indexes alone, and with its keys and walls too.
create table bare (like message_box including all);
create table walled (like message_box including all);
alter table walled add foreign key (person_id) references person, add foreign key (school_id, message_id) references message (school_id, id);
alter table walled enable row level security;
alter table walled force row level security;
create policy sent on walled for insert to preau_app with check (author_id = any ((select own_persons())::bigint[]));
grant insert on walled to preau_app;
insert into bare select * from message_box;
insert into walled select * from message_box;
vacuum analyze;
checkpoint;
