-- As many invented guardians as are asked for (:people), signed in: each may follow a dozen pages.
insert into person (kind, first_name, last_name, academy, join_key)
select 'GUARDIAN', 'Famille', 'Bench', '11', 'bench-live-' || n from generate_series(1, :people) n;
insert into guardianship (pupil_id, guardian_id, link_code)
select k.id, g.id, '10' from person g, (select min(id) as id from person where kind = 'PUPIL' and academy = '11') k where g.join_key like 'bench-live-%';
insert into account (login, state, created_at) select join_key, 'ACTIVE', now() from person where join_key like 'bench-live-%';
insert into account_person (account_id, person_id) select a.id, p.id from account a join person p on p.join_key = a.login where a.login like 'bench-live-%';
insert into charter_acceptance (account_id, audience, version, text_hash, accepted_at, manner)
select id, 'ADULT', 1, 'bench', now(), 'READ' from account where login like 'bench-live-%';
insert into known_device (account_id, token_hash, name, first_at, last_at)
select id, sha256(convert_to(login, 'UTF8')), 'Bench', now(), now() from account where login like 'bench-live-%';
insert into session (token_hash, account_id, person_id, profile, device, created_at, seen_at, idle_until, ends_at, device_id)
select sha256(convert_to(a.login, 'UTF8')), a.id, ap.person_id, 'GUARDIAN', 'PERSONAL', now(), now(), now() + interval '1 hour', now() + interval '1 hour', d.id
  from account a join account_person ap on ap.account_id = a.id join known_device d on d.account_id = a.id where a.login like 'bench-live-%';
analyze;
