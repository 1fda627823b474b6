-- What waits for a second person ends: taken back by its author, or given back when nobody has decided in so many days.
alter table message_hold drop constraint message_hold_verdict_check,
    add constraint message_hold_verdict_check check (verdict in ('LET', 'REFUSED', 'RECALLED', 'NOBODY'));
insert into vigilance_figure (figure, valid_from, value) values ('HOLD_DAYS', '2000-01-01', 7);
