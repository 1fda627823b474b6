-- Its author has taken it back, before any answer: the school reads its words no more.
alter table family_note add recalled_at timestamptz,
    add check (recalled_at is null or answered_at is null);
create policy own_recalled on family_note for update to preau_app using (guardian_id = any ((select own_persons())::bigint[]))
    with check (guardian_id = any ((select own_persons())::bigint[]) and answered_at is null);
grant update (recalled_at) on family_note to preau_app;
grant update (hidden_at) on notification to preau_job;
