-- What is told of messages, and how often unless somebody chooses otherwise.
insert into notification_matter (kind, matter) values ('MESSAGE', 'MESSAGES'), ('MESSAGE_REMINDER', 'MESSAGES'), ('MESSAGE_REVIEW', 'MESSAGES'), ('MESSAGE_RETURNED', 'MESSAGES');
insert into matter_cadence (matter, channel, rank, cadence) values ('MESSAGES', 'MAIL', 3, 'DIGEST');
