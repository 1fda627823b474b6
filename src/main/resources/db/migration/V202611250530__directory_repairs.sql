-- Places planned for a pupil whom a delivery has since moved to another school: imports take them away themselves now.
delete from year_seat s where not exists (select 1 from enrolment e where e.school_id = s.school_id and e.pupil_id = s.pupil_id);

-- What the recurring work looks for among a million persons.
create index person_departed on person (id) where departed_at is not null and erased_at is null;
create index person_local on person (id) where kind = 'LOCAL' and departed_at is null;
create index role_dated on role (person_id) where starts_on is not null or ends_on is not null;

-- A reading that finds, once it is its turn, that another has been quicker has not taken place.
grant delete on feed_run to preau_directory;
grant delete on feed_reject to preau_directory;
