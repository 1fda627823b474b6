-- Every night corrects one row here and there. With room left in its page, the new version stays there and no index is written: it was eight of them
-- for a telephone number.
alter table person set (fillfactor = 90);
alter table enrolment set (fillfactor = 90);
