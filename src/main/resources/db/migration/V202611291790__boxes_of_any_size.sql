-- A page costs the same whatever somebody has received, and a message to thousands is accepted at once.

-- Above schools one writes to all the teachers of thousands: who they are is counted without going through every child and guardian.
create index affiliation_staff on affiliation (school_id, person_id) where profile = 'TEACHER';

-- A message that is read in its box needs no bell: it is told as read at that moment, and no page looks for it again.
create index notification_unread on notification (person_id, deliver_at) where read_at is null;
create index notification_message on notification (person_id, subject_id) where read_at is null and kind in ('MESSAGE', 'MESSAGE_REMINDER');
create function message_needs_no_bell() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    update notification set read_at = new.read_at
     where person_id = new.person_id and subject_id = new.message_id and school_id = new.school_id and kind in ('MESSAGE', 'MESSAGE_REMINDER') and read_at is null;
    return null;
end $$;
revoke execute on function message_needs_no_bell() from public;
create trigger message_needs_no_bell after update of read_at on message_box for each row
    when (new.read_at is not null and old.read_at is null) execute function message_needs_no_bell();
grant update (read_at) on notification to preau_directory;  -- two rows of one person become one, read by either

alter table notification no force row level security;
alter table message_box no force row level security;
update notification n set read_at = b.read_at from message_box b
 where n.read_at is null and n.kind in ('MESSAGE', 'MESSAGE_REMINDER')
   and b.school_id = n.school_id and b.message_id = n.subject_id and b.person_id = n.person_id and b.read_at is not null;
alter table notification force row level security;
alter table message_box force row level security;
