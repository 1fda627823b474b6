-- The same, child by child: the cost of a note is that of its children, whatever the statistics say.
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
             left join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
            where g.school_id = np.school_id and g.note_id = np.note_id and g.pupil_id = np.pupil_id) g;
grant select on note_child to preau_app, preau_job;
