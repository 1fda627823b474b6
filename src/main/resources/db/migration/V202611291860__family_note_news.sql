-- What is told of families' notes. Who comes for a child is told at once unless somebody chooses otherwise.
insert into notification_matter (kind, matter) values ('FAMILY_NOTE', 'FAMILY_NOTES'), ('FAMILY_ANSWER', 'FAMILY_NOTES'), ('FAMILY_PICK_UP', 'PICK_UPS');
insert into matter_cadence (matter, channel, rank, cadence) values
    ('FAMILY_NOTES', 'MAIL', 4, 'DIGEST'), ('FAMILY_NOTES', 'PUSH', 4, 'IMMEDIATE'),
    ('PICK_UPS', 'MAIL', 5, 'IMMEDIATE'), ('PICK_UPS', 'PUSH', 5, 'IMMEDIATE');

-- What somebody has answered waits no more for the others.
grant update (read_at) on notification to preau_job;
