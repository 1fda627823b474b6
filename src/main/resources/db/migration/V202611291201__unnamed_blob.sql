-- Bytes that no file names any more, and since when: they leave a day later, so that a copy of the database and one of
-- the bytes, taken one after the other, fit.
create table unnamed_blob (
    content text primary key,
    since timestamptz not null
);
grant select, insert, delete on unnamed_blob to preau_job;
