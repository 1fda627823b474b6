-- The application changes what changes, and nothing else: no author, no recipient, no right to sign.
revoke update on note, note_guardian, notification from preau_app;
grant update (title, body, deadline, corrected_at, replies_open) on note to preau_app;
grant update (seen_at, signed_at, reply, replied_at, reminded_at) on note_guardian to preau_app;
grant update (read_at) on notification to preau_app;
revoke update on note_guardian from preau_job;
grant update (reminded_at) on note_guardian to preau_job;

-- A temporary table named like the journal must not be taken for it.
alter function audit_chain() set search_path = pg_catalog, public, pg_temp;
revoke execute on function audit_chain() from public;
