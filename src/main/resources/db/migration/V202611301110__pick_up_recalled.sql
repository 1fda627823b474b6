insert into notification_matter (kind, matter) values ('FAMILY_PICK_UP_RECALLED', 'PICK_UPS');
