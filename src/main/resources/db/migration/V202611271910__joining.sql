-- Somebody inside one account has just proved, in the same browser, that another one is theirs too; for a few minutes, until they say that the two
-- become one.
create table joining (
    session_hash bytea primary key,     -- of the session in which it was proved
    account_id bigint not null references account,
    other_id bigint not null references account,
    code_due boolean not null,          -- the other account has a second factor that its door did not ask for
    until timestamptz not null
);
create index joining_account on joining (account_id);
create index joining_other on joining (other_id);
alter table joining enable row level security;
alter table joining force row level security;
create policy door_work on joining to preau_door using (true) with check (true);
grant select, insert, update, delete on joining to preau_door;
insert into door_rule (name, amount) values ('JOINING_MINUTES', 10);
