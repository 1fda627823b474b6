-- The life of an account after its person has left: how long, what is counted, who may remove what.

-- How many days something is kept, by category: dated data, edited by the région, never code (arrêté of 30 November 2006, art. 6: three months).
create table retention_rule (
    category text not null,
    days int not null check (days > 0),
    from_on date not null,
    primary key (category, from_on)
);
insert into retention_rule (category, days, from_on) values ('DEPARTED', 90, '2017-10-22');
grant select on retention_rule to preau_app, preau_door, preau_directory, preau_job;

-- Proof of an erasure: when, where, by which rule, how many people. Never who.
create table erasure (
    school_id bigint not null references structure,
    id bigint generated always as identity,
    at timestamptz not null,
    rule text not null check (rule in ('DELAY', 'NEVER_ACTIVATED')),
    profile text not null check (profile in ('PUPIL', 'GUARDIAN', 'TEACHER')),
    persons int not null,
    primary key (school_id, id)
);
alter table erasure enable row level security;
alter table erasure force row level security;
create policy within_reach on erasure for select to preau_app using
    (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[])));
create policy directory_work on erasure to preau_directory using (true) with check (true);
grant select on erasure to preau_app;
grant select, insert on erasure to preau_directory;

-- Those who have left the school belong to it no more, but its screen of departures says who they answered for and whether they ever came.
drop policy within_reach on guardianship;
create policy within_reach on guardianship for select to preau_app using
    (guardian_id = any ((select own_persons())::bigint[]) or exists (select 1 from affiliation a where a.person_id = pupil_id)
     or exists (select 1 from departure d where d.person_id = pupil_id));
drop policy within_reach on account_person;
create policy within_reach on account_person for select to preau_app using
    (person_id = any ((select own_persons())::bigint[]) or exists (select 1 from affiliation a where a.person_id = account_person.person_id)
     or exists (select 1 from departure d where d.person_id = account_person.person_id));

-- What each wall removes when somebody is erased.
create policy door_erases on comfort for delete to preau_door using (true);
grant delete on comfort, account_person to preau_door;
grant update (reply, replied_at) on note_guardian to preau_job;
grant update (author_name) on note to preau_job;

-- Where each child of a note stands. Nothing is waited for from a child who has left, nor from an adult who has; a signature given stays.
drop view note_child;
create view note_child with (security_invoker = true) as
    select np.school_id, np.note_id, np.pupil_id, np.class_id, g.signers, g.signatures,
           g.signatures > 0 and (n.rule = 'ONE' or g.missing = 0) as complete,
           exists (select 1 from note_guardian r
                     join guardianship l on l.pupil_id = r.pupil_id and l.guardian_id = r.guardian_id
                     join account_person ap on ap.person_id = r.guardian_id
                     join account a on a.id = ap.account_id
                    where r.school_id = np.school_id and r.note_id = np.note_id and r.pupil_id = np.pupil_id
                      and a.first_sign_in_at is not null) as reached
      from note_pupil np
      join note n on n.school_id = np.school_id and n.id = np.note_id
     cross join lateral (
           select count(*) filter (where g.signs and l.guardian_id is not null) as signers,
                  count(*) filter (where g.signs and l.guardian_id is not null and g.signed_at is null) as missing,
                  count(g.signed_at) as signatures
             from note_guardian g
             left join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id and exists (
                       select 1 from affiliation f where f.school_id = g.school_id and f.person_id = g.guardian_id and f.profile = 'GUARDIAN')
            where g.school_id = np.school_id and g.note_id = np.note_id and g.pupil_id = np.pupil_id) g
     where g.signatures > 0 or exists (
           select 1 from affiliation f where f.school_id = np.school_id and f.person_id = np.pupil_id and f.profile = 'PUPIL');
grant select on note_child to preau_app, preau_job;
