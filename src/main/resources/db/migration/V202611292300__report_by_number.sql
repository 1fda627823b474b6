-- A report is opened by its number alone.
create unique index message_report_number on message_report (id);
