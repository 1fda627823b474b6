-- A notification made in quiet hours waits for their end; those that are there already have been told.
alter table notification add column deliver_at timestamptz not null default '-infinity';
alter table notification alter column deliver_at drop default;
