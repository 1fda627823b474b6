-- What waits is few among the notes of years.
create index family_note_waiting on family_note (school_id, class_id, id) where answered_at is null;
