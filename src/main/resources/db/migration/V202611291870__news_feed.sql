-- A line that its person has put aside: neither in their feed nor counted, shown again when they ask.
alter table notification add column hidden_at timestamptz;
grant update (hidden_at) on notification to preau_app;
create index notification_feed on notification (person_id, greatest(at, deliver_at) desc, id desc);
