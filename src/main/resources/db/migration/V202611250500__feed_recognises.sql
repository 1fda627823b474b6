-- A seat prepared by the change of year: it yields to the feed's own as soon as that one comes.
alter table class_enrolment drop constraint class_enrolment_source_check;
alter table class_enrolment add constraint class_enrolment_source_check check (source in ('FEED', 'ONDE', 'LOCAL', 'YEAR'));
