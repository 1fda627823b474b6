-- What the conventions cover: schools, communes and pupils, for the région, the DSDEN and the town itself.

-- How many of a school, as counted last: a board of the région does not go through every pupil. No name, and shown from ten on only.
create table coverage_count (
    school_id bigint primary key references structure,
    pupils int not null,
    pupils_with_account int not null,
    pupils_active int not null,         -- came in during the thirty days before
    adults int not null,                -- guardians and staff of the school
    adults_with_account int not null,
    adults_active int not null,
    counted_at timestamptz not null
);
alter table coverage_count enable row level security;
alter table coverage_count force row level security;
-- A town sees the counts of its own schools, and through nothing else its pupils.
create policy within_reach on coverage_count for select to preau_app using
    (school_id in (select a.school_id from school_above a where a.node_id = any ((select reach())::bigint[] || (select towns())::bigint[])));
create policy job_work on coverage_count to preau_job using (true) with check (true);
grant select on coverage_count to preau_app;
grant select, insert, update, delete on coverage_count to preau_job;

-- What is due and what has been paid of each signed convention. Nothing is known to be paid as long as nobody keeps the titres: what does replaces this view.
create view coverage_payment with (security_invoker = true) as
    select a.id as agreement_id, a.amount_cents::bigint as due_cents, 0::bigint as paid_cents, false as overdue
      from agreement a where a.state in ('SIGNED', 'TERMINATED') and a.amount_cents is not null;
grant select on coverage_payment to preau_app, preau_job;

-- The département of a commune, from its INSEE number.
create function department_of(insee text) returns text
    language sql immutable parallel safe
    return case when insee like '97%' then left(insee, 3) else left(insee, 2) end;

-- The public schools of a reach and where each stands in a school year: 4 under a convention in force, 3 under one that ended at its term, 2 one is being
-- signed, 1 had one the year before, 0 none of these. At most one live convention for a school and a year.
create function coverage_schools(year int, today date)
    returns table (school_id bigint, uai text, name text, town_id bigint, department text, pupils int, standing int)
    language sql stable parallel safe as $$
    select s.id, s.uai, s.name, s.town_id, coalesce(department_of(t.insee), ''), coalesce(c.pupils, 0), coalesce(h.standing, 0)
      from structure s
      left join structure t on t.id = s.town_id
      left join coverage_count c on c.school_id = s.id
      left join (
          select x.uai, max(case when a.school_year < year then case when a.state = 'SIGNED' then 1 else 0 end
                                 when a.state = 'SIGNED' and today <= a.ends_on or a.state = 'TERMINATED' and today < a.terminated_on then 4
                                 when a.state = 'SIGNED' then 3
                                 when a.state in ('SENT', 'TOWN_SIGNED') then 2
                                 else 0 end) as standing
            from agreement a join agreement_school x on x.agreement_id = a.id and x.live
           where a.school_year in (year, year - 1) group by x.uai) h on h.uai = s.uai
     where s.kind = 'SCHOOL' and s.departed_at is null and uai_is_valid(s.uai) and not (s.name ilike '%priv%' and plain(s.name) like '%privee%')
       and s.id in (select w.school_id from school_above w where w.node_id = any ((select reach())::bigint[]))
    $$;
