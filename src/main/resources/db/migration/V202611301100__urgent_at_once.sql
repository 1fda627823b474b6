-- Looked for every minute, to tell of them at once: there are few, among all notes of all years.
create index note_urgent on note (sent_at) where urgent;
