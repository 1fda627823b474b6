-- Codes on paper for the day when the phone is lost: ten, each serves once in place of the second factor. Kept as the codes of sheets are.
create table recovery_code (
    account_id bigint not null references account,
    code_hmac bytea not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (account_id, code_hmac)
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy door_work on recovery_code to preau_door using (true) with check (true);
grant select, insert, update, delete on recovery_code to preau_door;
