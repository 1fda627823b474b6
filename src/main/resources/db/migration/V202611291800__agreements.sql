-- Conventions of the région académique with communes: who pays, for which schools, until when; what was signed and by whom.

-- Nodes for which the acting person stands at a town hall; set with the reach, which such a person does not have.
create function towns() returns bigint[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('preau.towns', true), '')::bigint[], '{}');

-- What the région decides about conventions, each from a day on: rates, delays, who signs. Never code.
create table agreement_term (
    term text not null,
    from_on date not null,
    value text not null,
    primary key (term, from_on)
);
insert into agreement_term (term, from_on, value) values
    ('RATE_CENTS', '2000-01-01', '4500'),           -- for a school and a school year, all taxes included; by the first day of the school year
    ('END_DAY', '2000-01-01', '09-01'),             -- last day, in the year in which the school year ends
    ('CAMPAIGN_DAY', '2000-01-01', '05-01'),        -- from this day next year's conventions are prepared
    ('REGION', '2000-01-01', 'Région académique Occitanie'),
    ('REGION_ADDRESS', '2000-01-01', '31 rue de l’Université, 34064 Montpellier Cedex 2'),
    ('REGION_AUTHORITY', '2000-01-01', 'la rectrice de région académique'),
    ('REGION_SIGNATORY_TITLE', '2000-01-01', 'Pour la rectrice de région académique et par délégation'),
    ('PLACE', '2000-01-01', 'Montpellier'),
    ('CONTROLLER', '2000-01-01', 'la rectrice de l’académie de Montpellier'),
    ('COURT', '2000-01-01', 'tribunal administratif de Montpellier'),
    ('CONCILIATION_MONTHS', '2000-01-01', '1'),     -- article 11
    ('TERMINATION_DAYS', '2000-01-01', '15'),       -- after the sending of the second letter
    ('COURT_MONTHS', '2000-01-01', '1');            -- after the date of the second letter
grant select on agreement_term to preau_app, preau_job, preau_door;
grant insert, update, delete on agreement_term to preau_job;

-- The text of conventions, version after version; articles are headings, what changes from one convention to the next is in braces.
create table agreement_template (
    id bigint generated always as identity primary key,
    from_year int not null,             -- school years that begin in this year or later
    body text not null check (length(body) between 1 and 60000),
    made_at timestamptz not null
);
grant select on agreement_template to preau_app, preau_job;
grant insert on agreement_template to preau_job;

-- Who pays: a commune, or the EPCI or syndicat that has the schools. The commune named is the one whose referents and mayor act for it.
create table debtor (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('TOWN', 'INTERCOMMUNAL', 'SYNDICATE')),
    name text not null check (length(name) between 2 and 200),
    siret text not null unique check (siret ~ '^[0-9]{14}$'),
    town_id bigint not null references structure,
    department_id bigint references structure,
    academy_id bigint not null references structure,
    region_id bigint not null references structure,
    street text not null,
    postal_code text not null,
    city text not null,
    signatory_name text not null,
    signatory_title text not null,
    email text not null,                -- where the commune reads what concerns its convention; may be empty
    chorus_service text not null,       -- code of the service in Chorus Pro, when it asks for one; may be empty
    changed_at timestamptz not null
);
create index debtor_town on debtor (town_id);
create index debtor_department on debtor (department_id);

-- A convention for one school year. Copies what it says of the debtor: an address that changes later does not change what was signed.
create table agreement (
    id bigint generated always as identity primary key,
    reference text not null generated always as (school_year || '-' || lpad(id::text, 6, '0')) stored,
    debtor_id bigint not null references debtor,
    school_year int not null check (school_year between 2000 and 2100),    -- the year in which it begins
    town_id bigint not null references structure,
    department_id bigint references structure,
    academy_id bigint not null references structure,
    region_id bigint not null references structure,
    state text not null check (state in ('DRAFT', 'SENT', 'TOWN_SIGNED', 'SIGNED', 'TERMINATED', 'ABANDONED')),
    edition int not null default 1,     -- grows with every change of what the document says
    debtor_kind text not null,
    debtor_name text not null,
    siret text not null,
    street text not null,
    postal_code text not null,
    city text not null,
    signatory_name text not null,
    signatory_title text not null,
    chorus_service text not null,
    commitment_number text not null default '', -- of the commune, when it wants one on the titre
    region_signatory text not null default '',
    template_id bigint references agreement_template,   -- fixed when it is sent
    rate_cents int,                     -- fixed when it is sent
    amount_cents int,                   -- fixed when the town signs
    made_at timestamptz not null,
    sent_at timestamptz,
    invited boolean not null default false, -- a letter has left for the town hall
    checked_at timestamptz,             -- the referent has looked: the mayor may sign
    town_signed_on date,
    region_signed_on date,
    effect_on date,                     -- the last signature (article 10)
    ends_on date not null,
    terminated_on date,
    check (state not in ('SIGNED', 'TERMINATED') or (effect_on is not null and amount_cents is not null)),
    check ((state = 'TERMINATED') = (terminated_on is not null)),
    check (state in ('DRAFT', 'ABANDONED') or template_id is not null)
);
create unique index agreement_one on agreement (debtor_id, school_year) where state <> 'ABANDONED';
create index agreement_town on agreement (town_id, school_year);
create index agreement_department on agreement (department_id, school_year);
create index agreement_year on agreement (school_year, state);

-- A school of a convention. One paying debtor for a school and a school year.
create table agreement_school (
    agreement_id bigint not null references agreement on delete cascade,
    uai text not null check (uai_is_valid(uai)),
    school_year int not null,
    structure_id bigint references structure,
    label text not null,                -- COMMUNE - dépt - ÉCOLE … - UAI
    grouping text not null default '',  -- the RPI, a label only
    live boolean not null default true, -- false when the convention was abandoned
    primary key (agreement_id, uai)
);
create unique index agreement_school_once on agreement_school (school_year, uai) where live;
create index agreement_school_structure on agreement_school (structure_id);

-- The pages themselves: what was proposed, what came back signed, what holds both signatures.
create table agreement_document (
    agreement_id bigint not null references agreement on delete cascade,
    kind text not null check (kind in ('PROPOSED', 'TOWN', 'REGION', 'FINAL')),
    edition int not null,
    bytes bytea not null,
    sha256 bytea not null,
    made_at timestamptz not null,
    primary key (agreement_id, kind, edition)
);

-- A signature: who, when, of which pages; sealed with the one before. Not a qualified signature (eIDAS art. 25), and not called one.
create table agreement_seal (
    agreement_id bigint not null references agreement,
    party text not null check (party in ('TOWN', 'REGION')),
    way text not null check (way in ('HERE', 'PAPER')),
    signer_name text not null,
    signer_title text not null,
    person_id bigint not null references person,    -- who signed here, or who brought the paper
    account_id bigint not null,
    signed_on date not null,
    at timestamptz not null,
    edition int not null,
    document bytea not null,            -- SHA-256 of the pages
    previous bytea not null,            -- the seal before; empty for the first
    seal bytea not null,
    primary key (agreement_id, party)
);
create index agreement_seal_person on agreement_seal (person_id);

create function agreement_seal_of(s agreement_seal) returns bytea
    language sql immutable parallel safe
    return sha256(s.previous || convert_to(s.agreement_id::text || chr(10) || s.party || chr(10) || s.way || chr(10) || s.signer_name || chr(10) || s.signer_title
        || chr(10) || (s.signed_on - date '2000-01-01')::text || chr(10) || floor(extract(epoch from s.at at time zone 'UTC'))::bigint::text
        || chr(10) || s.edition::text || chr(10) || encode(s.document, 'hex'), 'UTF8'));

-- Next year's conventions prepared together; one at a time for a year, taken up again where it stopped.
create table agreement_campaign (
    school_year int primary key,
    opened_at timestamptz not null,
    expected int not null,
    done int not null default 0,        -- debtors looked at
    made int not null default 0,        -- conventions prepared
    last_debtor bigint not null default 0,
    finished_at timestamptz,
    sending_at timestamptz,             -- asked for: what is prepared goes to the towns
    sent int not null default 0,
    sent_all_at timestamptz
);
grant select on agreement_campaign to preau_app;
grant select, insert, update on agreement_campaign to preau_job;

do $$
declare
    t text;
    acting text := '(region_id = any ((select reach())::bigint[]) or town_id = any ((select towns())::bigint[]))';
    of_acting text := '(exists (select 1 from agreement a where a.id = agreement_id and (a.region_id = any ((select reach())::bigint[]) or a.town_id = any ((select towns())::bigint[]))))';
begin
    -- Whoever is concerned reads; only the région and the town hall write.
    foreach t in array array['debtor', 'agreement'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy concerned on %I for select to preau_app using (
            town_id = any ((select towns())::bigint[]) or region_id = any ((select reach())::bigint[])
            or academy_id = any ((select reach())::bigint[]) or department_id = any ((select reach())::bigint[]))', t);
        execute format('create policy begun on %I for insert to preau_app with check %s', t, acting);
        execute format('create policy changed on %I for update to preau_app using %s', t, acting);
        execute format('create policy job_work on %I to preau_job using (true) with check (true)', t);
        execute format('grant select, insert, update on %I to preau_app', t);
        execute format('grant select, insert, update, delete on %I to preau_job', t);
    end loop;
    foreach t in array array['agreement_school', 'agreement_document', 'agreement_seal'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy concerned on %I for select to preau_app using (exists (select 1 from agreement a where a.id = agreement_id))', t);
        execute format('create policy begun on %I for insert to preau_app with check %s', t, of_acting);
        execute format('create policy job_work on %I to preau_job using (true) with check (true)', t);
        execute format('grant select, insert on %I to preau_app', t);
        execute format('grant select, insert on %I to preau_job', t);
    end loop;
    execute format('create policy changed on agreement_school for update to preau_app using %s', of_acting);
    execute format('create policy removed on agreement_school for delete to preau_app using %s', of_acting);
end $$;
grant update, delete on agreement_school to preau_app, preau_job;
-- Two rows of a person that become one: the signature stays theirs, its words and its seal as they are.
create policy directory_work on agreement_seal to preau_directory using (true) with check (true);
grant select, update (person_id) on agreement_seal to preau_directory;
