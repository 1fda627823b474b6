-- Accounts for those who write and read, and two inboxes: one of 50 000 messages, one of 50. After people.sql, as a superuser.
insert into account (login, state, created_at, first_sign_in_at) select 'bench.' || id, 'ACTIVE', now(), now() from person
 where last_name = 'Bench' or id in (select person_id from role where kind = 'DIRECTOR') or id in (select id from person where kind = 'GUARDIAN' order by id desc limit 2);
insert into account_person (account_id, person_id) select id, substr(login, 7)::bigint from account where login like 'bench.%';
insert into message (school_id, conversation_id, author_id, author_name, author_profile, subject, body, replies, audience, state, sent_at, deliver_at, recipients)
select r.structure_id, n, r.person_id, 'Quelqu’un', 'TEACHER', 'Objet ' || n, 'Bonjour, voici le message ' || n || '.', 'AUTHOR', '', 'SENT', now() - make_interval(mins => n), now() - make_interval(mins => n), 1
  from generate_series(1, 50000) n, (select person_id, structure_id from role where kind = 'DIRECTOR' order by person_id limit 1) r;
insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
select m.school_id, m.id, p.id, m.author_id, 'GUARDIAN', '{}', m.deliver_at
  from (select id, row_number() over (order by id desc) as n from person where kind = 'GUARDIAN' order by id desc limit 2) p
  join message m on p.n = 1 or m.id % 1000 = 7;
analyze account;
analyze message;
analyze message_box;
