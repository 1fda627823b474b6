-- Who sends adds the line of it within their own wall; nobody but the job reads it.
create policy own_sending on sending_trace for insert to preau_app with check (account_id = (select acting_account()));
grant insert on sending_trace to preau_app;

-- Whether anything is stopped anywhere: asked at every sending, within whatever wall. Which stop, and for whom, is the job's to read.
do $$
begin
    execute 'create policy owner_checks on message_stop for select to current_user using (lifted_at is null)';
end $$;
create function stands_any_stop() returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from message_stop where lifted_at is null)
$$;
revoke execute on function stands_any_stop() from public;
grant execute on function stands_any_stop() to preau_app, preau_job;
