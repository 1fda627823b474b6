-- Titres de perception: what the région asks the State's accounting to recover, convention by convention, and what comes of it.
-- Nothing is deleted, no amount is changed: what was wrong is corrected by a counter-entry (décret 2012-1246).

-- What the région decides about them, each from a day on: who signs, the accountant, mentions, delays. Never code.
create table revenue_term (
    term text not null,
    from_on date not null,
    value text not null check (length(value) <= 1500),
    primary key (term, from_on)
);
insert into revenue_term (term, from_on, value) values
    ('OFFICER_TITLE', '2000-01-01', 'La rectrice de région académique Occitanie'),
    ('ACCOUNTANT', '2000-01-01', 'Direction régionale des finances publiques d’Occitanie'),
    ('OBJECT', '2000-01-01', 'Participation au service ENT-École (article 4 de la convention)'),
    ('VAT', '2000-01-01', 'Montant toutes taxes comprises, fixé par la convention.'),
    ('PAYMENT', '2000-01-01', 'Par virement au comptable indiqué sur le titre, en rappelant son numéro. Le titre arrive par Chorus Pro.'),
    ('RECOURSE', '2000-01-01', 'Avant toute saisine du juge, la contestation est adressée au comptable chargé du recouvrement, avec les pièces utiles, dans les deux mois qui suivent la notification du titre (décret n° 2012-1246 du 7 novembre 2012, articles 117 et 118). Le comptable en délivre reçu. L’ordonnateur se prononce dans les six mois ; son silence vaut rejet. Le tribunal administratif de Montpellier peut alors être saisi dans les deux mois.'),
    ('DUE_DAYS', '2000-01-01', '30'),               -- from the day of issue, when accounting says no other day
    ('FIRST_REMINDER_DAYS', '2000-01-01', '30'),    -- after the due date
    ('SECOND_REMINDER_DAYS', '2000-01-01', '60');
grant select on revenue_term to preau_app, preau_job;
grant insert, update on revenue_term to preau_job;

-- A request to issue a titre, then the titre itself. Copies what the signed convention says.
create table revenue_order (
    id bigint generated always as identity primary key,
    reference text not null generated always as ('TP-' || school_year || '-' || lpad(id::text, 6, '0')) stored,
    agreement_id bigint not null references agreement,
    corrects_id bigint references revenue_order,    -- the cancelled one that it follows
    school_year int not null,
    department_id bigint references structure,
    region_id bigint not null references structure,
    state text not null default 'PREPARED' check (state in ('PREPARED', 'SENT', 'ISSUED', 'PARTLY_PAID', 'PAID', 'CONTESTED', 'CANCELLED')),
    agreement_reference text not null,
    debtor_name text not null,
    siret text not null,
    street text not null,
    postal_code text not null,
    city text not null,
    chorus_service text not null,
    commitment_number text not null,
    commitment_required boolean not null,           -- the debtor wants its commitment number on the titre
    town_signed_on date,
    region_signed_on date,
    total_cents bigint not null check (total_cents > 0),
    prepared_at timestamptz not null,
    sent_on date,
    number text check (length(number) between 1 and 40),
    issued_on date,
    due_on date,
    unique (id, agreement_id),
    check ((number is null) = (issued_on is null) and (number is null) = (due_on is null)),
    check (number is null or sent_on is not null),
    check (state in ('PREPARED', 'CANCELLED') or sent_on is not null)
);
create unique index revenue_order_one on revenue_order (agreement_id) where state <> 'CANCELLED';
create unique index revenue_order_number on revenue_order (region_id, number);
create unique index revenue_order_reference on revenue_order (reference);
create index revenue_order_list on revenue_order (school_year, plain(debtor_name), id);
create index revenue_order_due on revenue_order (due_on) where state in ('ISSUED', 'PARTLY_PAID');
create index revenue_order_corrects on revenue_order (corrects_id);
create index revenue_order_agreement on revenue_order (agreement_id);

-- The bases of liquidation: a school and its amount.
create table revenue_line (
    order_id bigint not null,
    agreement_id bigint not null,
    uai text not null,
    label text not null,
    cents bigint not null check (cents > 0),
    primary key (order_id, uai),
    foreign key (order_id, agreement_id) references revenue_order (id, agreement_id)
);

-- A file of answers from accounting: looked at, then confirmed or left.
create table revenue_import (
    id bigint generated always as identity primary key,
    region_id bigint not null references structure,
    name text not null,
    sha256 bytea not null,
    state text not null default 'PREVIEW' check (state in ('PREVIEW', 'DONE', 'LEFT')),
    read_at timestamptz not null,
    done_at timestamptz
);
create unique index revenue_import_once on revenue_import (region_id, sha256) where state <> 'LEFT';

-- Its lines as they were written, and what became of each; none is lost.
create table revenue_answer (
    import_id bigint not null references revenue_import,
    line int not null,
    number text not null,
    reference text not null,
    issued_on text not null,
    paid text not null,
    paid_on text not null,
    outcome text,               -- null until it is confirmed
    said text not null default '',  -- what was said of it then
    primary key (import_id, line)
);

-- What happened to a titre, in order. Money received is positive, given back or given up negative.
create table revenue_movement (
    id bigint generated always as identity primary key,
    order_id bigint not null,
    agreement_id bigint not null,
    kind text not null check (kind in ('SENT', 'ISSUED', 'PAYMENT', 'REFUND', 'COUNTER_ENTRY', 'OVERDUE', 'REMINDER', 'CONTESTED', 'CONTEST_ACCEPTED', 'CONTEST_REJECTED')),
    on_day date not null,
    cents bigint not null default 0,
    reference text not null default '' check (length(reference) <= 80),
    words text not null default '' check (length(words) <= 1000),
    level int check (level between 0 and 2),        -- 0: past its due date; 1, 2: reminders of the daily round
    import_id bigint references revenue_import,
    at timestamptz not null,
    foreign key (order_id, agreement_id) references revenue_order (id, agreement_id),
    check (case when kind = 'PAYMENT' then cents > 0 when kind in ('REFUND', 'COUNTER_ENTRY') then cents < 0 else cents = 0 end)
);
create index revenue_movement_order on revenue_movement (order_id, id);
create index revenue_movement_import on revenue_movement (import_id);
create unique index revenue_movement_level on revenue_movement (order_id, level) where level is not null;

do $$
declare t text;
begin
    foreach t in array array['revenue_order', 'revenue_line', 'revenue_movement'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        -- Whoever sees the convention sees what is asked for it; only the région writes.
        execute format('create policy concerned on %I for select to preau_app using (exists (select 1 from agreement a where a.id = agreement_id))', t);
        execute format('create policy of_region on %I for insert to preau_app with check (exists (select 1 from agreement a where a.id = agreement_id and a.region_id = any ((select reach())::bigint[])))', t);
        execute format('create policy job_work on %I to preau_job using (true) with check (true)', t);
        execute format('grant select, insert on %I to preau_app', t);
        execute format('grant select, insert on %I to preau_job', t);
    end loop;
    foreach t in array array['revenue_import', 'revenue_answer'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('grant select, insert on %I to preau_app', t);
    end loop;
end $$;
create policy of_region_change on revenue_order for update to preau_app using (region_id = any ((select reach())::bigint[])) with check (region_id = any ((select reach())::bigint[]));
create policy of_region on revenue_import to preau_app using (region_id = any ((select reach())::bigint[])) with check (region_id = any ((select reach())::bigint[]));
create policy of_region on revenue_answer to preau_app using (exists (select 1 from revenue_import i where i.id = import_id)) with check (exists (select 1 from revenue_import i where i.id = import_id));
-- Everything but amounts and who owes them.
grant update (state, sent_on, number, issued_on, due_on, chorus_service, commitment_number, commitment_required) on revenue_order to preau_app;
grant update (state, done_at) on revenue_import to preau_app;
grant update (outcome, said) on revenue_answer to preau_app;

-- The state that movements make.
create function revenue_state(due bigint, paid bigint, contested boolean, number text, sent_on date) returns text
    language sql immutable parallel safe
    return case when due <= 0 then 'CANCELLED'
                when contested then 'CONTESTED'
                when paid >= due then 'PAID'
                when paid > 0 then 'PARTLY_PAID'
                when number is not null then 'ISSUED'
                when sent_on is not null then 'SENT'
                else 'PREPARED' end;

-- What each titre comes to: asked, given up, received; whether a contest waits, and whether one was accepted.
create view revenue_balance with (security_invoker = true) as
select o.id as order_id, m.paid_cents, m.reduced_cents, o.total_cents + m.reduced_cents as due_cents, m.movements, m.contests > m.decisions as contested, m.accepted > 0 as accepted, m.overdue
  from revenue_order o cross join lateral (
       select coalesce(sum(v.cents) filter (where v.kind in ('PAYMENT', 'REFUND')), 0)::bigint as paid_cents,
              coalesce(sum(v.cents) filter (where v.kind = 'COUNTER_ENTRY'), 0)::bigint as reduced_cents,
              count(*)::int as movements,
              count(*) filter (where v.kind = 'CONTESTED') as contests,
              count(*) filter (where v.kind in ('CONTEST_ACCEPTED', 'CONTEST_REJECTED')) as decisions,
              count(*) filter (where v.kind = 'CONTEST_ACCEPTED') as accepted,
              coalesce(bool_or(v.kind = 'OVERDUE'), false) as overdue
         from revenue_movement v where v.order_id = o.id) m;
grant select on revenue_balance to preau_app, preau_job;

-- For whoever follows conventions: one row for each that has a titre, or a request for one, that is not cancelled.
-- overdue: the daily round has found it past its due date and something still remains, uncontested.
create view agreement_payment with (security_invoker = true) as
select o.agreement_id, o.id as order_id, o.state, o.number, o.due_on, b.due_cents, b.paid_cents, b.overdue and o.state in ('ISSUED', 'PARTLY_PAID') as overdue
  from revenue_order o join revenue_balance b on b.order_id = o.id
 where o.state <> 'CANCELLED';
grant select on agreement_payment to preau_app, preau_job;
