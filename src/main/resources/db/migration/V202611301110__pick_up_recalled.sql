insert into notification_matter (kind, matter) values ('FAMILY_PICK_UP_RECALLED', 'PICK_UPS');

-- Who was told of one that is taken back.
create index notification_pick_up on notification (school_id, subject_id) where kind = 'FAMILY_PICK_UP';
