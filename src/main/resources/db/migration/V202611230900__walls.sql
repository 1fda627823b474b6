-- The second wall. The application sets, at the start of each transaction, who acts and how far they reach;
-- unset means: no rows. Roles (preau_app, preau_directory, preau_door, preau_job) are created before migrations.

-- Nodes of the structure tree that the acting role stands on: never a list of schools.
create function reach() returns bigint[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('preau.reach', true), '')::bigint[], '{}');

-- The acting account; null when nobody acts.
create function acting_account() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('preau.account', true), '')::bigint;

-- Every person of the acting account (an adult may be teacher here and parent there).
create function own_persons() returns bigint[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('preau.persons', true), '')::bigint[], '{}');

-- Key of a school (7 digits + letter): index of the letter is the number mod 23.
create function uai_is_valid(uai text) returns boolean
    language sql immutable parallel safe
    return coalesce(uai ~ '^[0-9]{7}[A-HJ-NPR-Z]$'
        and substr('ABCDEFGHJKLMNPRSTUVWXYZ', (substr(uai, 1, 7)::int % 23) + 1, 1) = substr(uai, 8, 1), false);

-- Sorts and searches without accents or capitals.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create function plain(words text) returns text
    language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, words));

grant usage on schema public to preau_app, preau_directory, preau_door, preau_job;
