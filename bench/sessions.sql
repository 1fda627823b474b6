-- A hundred people of the demo, signed in: what the door writes, written at once.
insert into session (token_hash, account_id, person_id, profile, device, created_at, seen_at, idle_until, ends_at)
select sha256(convert_to('bench-' || row_number() over (order by ap.person_id), 'UTF8')), ap.account_id, ap.person_id, 'GUARDIAN', 'PERSONAL', now(), now(), now() + interval '1 hour', now() + interval '1 hour'
  from account_person ap join account a on a.id = ap.account_id and a.state = 'ACTIVE'
 where exists (select 1 from guardianship g where g.guardian_id = ap.person_id) order by ap.person_id limit 100;
insert into charter_acceptance (account_id, audience, version, text_hash, accepted_at, manner)
select distinct account_id, 'ADULT', 1, 'bench', now(), 'READ' from session where profile = 'GUARDIAN' on conflict do nothing;
