-- After a first delivery the planner knows nothing of a million new rows until autovacuum passes; the next delivery does not wait for it.
grant maintain on structure, school_above, person, affiliation, enrolment, guardianship, role, school_class, class_enrolment, circle to preau_directory;
