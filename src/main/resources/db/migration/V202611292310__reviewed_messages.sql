-- When two rows of one person become one: of few messages, so that sending pays nothing.
create index message_reviewed on message (reviewed_by) where reviewed_by is not null;
