-- A party that is put on notice learns it from the bell, and both when a day is near.
insert into notification_matter (kind, matter) values
    ('DISPUTE_OPENED', 'TOWN'), ('DISPUTE_FIRST_LETTER', 'TOWN'), ('DISPUTE_SECOND_LETTER', 'TOWN'), ('DISPUTE_DEADLINE', 'TOWN');
