-- Where each child of a note stands. Signers are those who may sign today; a signature given stays, even when the link has ended since.
-- Rule ONE: any signature; rule BOTH: nobody who may sign is missing.
create view note_child with (security_invoker = true) as
    select np.school_id, np.note_id, np.pupil_id, np.class_id,
           count(*) filter (where g.signs and l.guardian_id is not null) as signers,
           count(g.signed_at) as signatures,
           count(g.signed_at) > 0
               and (n.rule = 'ONE' or count(*) filter (where g.signs and l.guardian_id is not null and g.signed_at is null) = 0) as complete,
           coalesce(bool_or(l.guardian_id is not null and a.first_sign_in_at is not null), false) as reached
      from note_pupil np
      join note n on n.school_id = np.school_id and n.id = np.note_id
      left join note_guardian g on g.school_id = np.school_id and g.note_id = np.note_id and g.pupil_id = np.pupil_id
      left join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
      left join account_person ap on ap.person_id = g.guardian_id
      left join account a on a.id = ap.account_id
     group by np.school_id, np.note_id, np.pupil_id, np.class_id, n.rule;
grant select on note_child to preau_app, preau_job;

create index note_deadline on note (deadline) where deadline is not null;

-- The author's name as families read it on the day: a replacement leaves, her notes stay.
alter table note add column author_name text not null default '';
alter table note alter column author_name drop default;
