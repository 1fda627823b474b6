-- A row when a school has closed a service to somebody there: to all of this profile, or to the class of the child that is meant (a pupil's own, a
-- guardian's child's). Whoever directs or administers the school keeps everything. Written so that it is planned with the statement that asks.
create function closed_to(what text, hat text, place bigint, person bigint, child bigint) returns table (since timestamptz)
    language sql stable rows 1
as $$
    select w.since from service_switch w
     where w.service = what and w.profile = hat and w.school_id = place and not w.open
       and (w.class_id is null or exists (
            select 1 from class_enrolment i where i.school_id = w.school_id and i.class_id = w.class_id and i.pupil_id = child))
       and not (hat = 'TEACHER' and exists (
            select 1 from role r where r.person_id = person and r.structure_id = place and r.kind in ('DIRECTOR', 'ADMINISTRATOR')))
$$;
create policy job_reads on service_switch for select to preau_job using (true);
grant select on service_switch to preau_job;
