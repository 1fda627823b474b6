-- What a convention brings in is what its titre says; until there is one, what was signed is due and nothing is paid.
create or replace view coverage_payment with (security_invoker = true) as
    select a.id as agreement_id, coalesce(p.due_cents, a.amount_cents)::bigint as due_cents, coalesce(p.paid_cents, 0)::bigint as paid_cents, coalesce(p.overdue, false) as overdue
      from agreement a left join agreement_payment p on p.agreement_id = a.id
     where a.state in ('SIGNED', 'TERMINATED') and a.amount_cents is not null;
