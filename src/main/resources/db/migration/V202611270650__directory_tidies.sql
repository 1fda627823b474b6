-- No source says when a pupil left a school: leaving is the feed's silence, dated by departure.
alter table enrolment drop column left_on;
-- What the feed says is the day on which a pupil leaves a class or a group.
alter table class_enrolment add column leaves_on date;
alter table past_seat add column leaves_on date;
create index class_enrolment_leaving on class_enrolment (leaves_on) where leaves_on is not null;
-- An act is looked up by its number alone when it is undone.
create unique index class_change_id on class_change (id);
