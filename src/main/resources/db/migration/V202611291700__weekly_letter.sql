-- Once a week: what is told so goes with the evening letter of one day.
alter table matter_cadence drop constraint matter_cadence_cadence_check;
alter table matter_cadence add constraint matter_cadence_cadence_check check (cadence in ('IMMEDIATE', 'DIGEST', 'WEEKLY', 'NEVER'));
alter table letter_choice drop constraint letter_choice_cadence_check;
alter table letter_choice add constraint letter_choice_cadence_check check (cadence in ('IMMEDIATE', 'DIGEST', 'WEEKLY', 'NEVER'));

-- The hour of the evening letter and the day of the week (1 is Monday) of those who have chosen none; one row.
create table letter_usual (
    one boolean primary key default true check (one),
    hour int not null check (hour between 7 and 21),
    day int not null check (day between 1 and 7)
);
insert into letter_usual (hour, day) values (18, 5);
grant select on letter_usual to preau_app, preau_job;

alter table letter_hour add column day int not null default 5 check (day between 1 and 7);
alter table letter_hour alter column day drop default;
