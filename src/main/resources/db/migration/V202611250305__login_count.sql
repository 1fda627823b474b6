-- How many logins a name has had: the next namesake's number, without a look at a million logins, and never a login for the second time.
create table login_count (
    stem bytea primary key,             -- SHA-256 of the login without its number: the name of an erased person is not kept here
    last bigint not null
);
insert into login_count (stem, last)
select sha256(convert_to(regexp_replace(login, '[0-9]+$', ''), 'UTF8')), max(coalesce(nullif(substring(login from '[0-9]+$'), ''), '1')::bigint) from account group by 1;
alter table login_count enable row level security;
alter table login_count force row level security;
create policy directory_work on login_count to preau_directory using (true) with check (true);
create policy door_work on login_count to preau_door using (true) with check (true);
grant select, insert, update on login_count to preau_directory, preau_door;

-- « Jean-Noël d'Été » → jean-noel.d-ete
create function login_stem(first_name text, last_name text) returns text
    language sql immutable parallel safe
    return regexp_replace(regexp_replace(
        trim(both '.' from regexp_replace(plain(first_name), '[^a-z0-9]+', '-', 'g')) || '.' ||
        trim(both '.' from regexp_replace(plain(last_name), '[^a-z0-9]+', '-', 'g')), '(^-+)|(-+$)', '', 'g'), '-*\.-*', '.');
