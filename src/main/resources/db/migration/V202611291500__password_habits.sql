-- A habit of passwords: USUAL is the product's own (CNIL 2022-100, ASVS 5.0: length and guessability, no periodic change), ACADEMY what an académie may
-- want instead (four kinds of characters, not one of the last three, another after three years). A profile that a habit does not name keeps the usual one.
alter table password_rule add column habit text not null default 'USUAL' check (habit in ('USUAL', 'ACADEMY'));
alter table password_rule add column max_age_months int check (max_age_months > 0);  -- asked to be replaced after so long; null for never
alter table password_rule drop constraint password_rule_pkey;
alter table password_rule add primary key (habit, profile, from_on);
insert into password_rule (habit, profile, from_on, min_length, min_kinds, min_guesses, remembers, max_age_months) values
    ('ACADEMY', 'GUARDIAN', '2024-08-01', 12, 4, 10, 3, 36),
    ('ACADEMY', 'TEACHER', '2024-08-01', 12, 4, 10, 3, 36),
    ('ACADEMY', 'SUPERVISION', '2024-08-01', 12, 4, 10, 3, 36);

-- Unknown (null) until it is changed again: its age then counts from the day of the académie's choice.
alter table account add column password_changed_at timestamptz;
-- Its holder has entered with a password that is to be replaced before anything else.
grant select (password_changed_at) on account to preau_job;   -- one takes it away with the rest
alter table session add column password_due boolean not null default false;

-- Which habit an académie wants from a day on; the last row written for the last day that has come is in force, none: the usual one.
create table password_choice (
    id bigint generated always as identity primary key,
    academy_id bigint not null references structure,
    habit text not null check (habit in ('USUAL', 'ACADEMY')),
    guardians boolean not null,         -- whether families are asked for it too
    from_on date not null,
    chosen_at timestamptz not null,
    by_person_id bigint not null references person
);
create index password_choice_academy on password_choice (academy_id, from_on);
alter table password_choice enable row level security;
alter table password_choice force row level security;
create policy door_work on password_choice to preau_door using (true) with check (true);
create policy directory_moves on password_choice to preau_directory using (true) with check (true);
grant select, insert, delete on password_choice to preau_door;
grant select, update (by_person_id) on password_choice to preau_directory;
