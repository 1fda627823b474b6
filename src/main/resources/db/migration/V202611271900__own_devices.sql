-- For how many days an adult of this profile may have the code of the phone left out at sign-in on a device of their own; the rule of the latest date
-- holds. A profile without a row, and whoever holds rights over others in any role, gives the code at every sign-in.
create table remembering_rule (
    profile text not null check (profile in ('GUARDIAN', 'TEACHER', 'TOWN')),
    from_on date not null,
    days int not null check (days between 0 and 180),
    primary key (profile, from_on)
);
insert into remembering_rule (profile, from_on, days) values ('GUARDIAN', '2024-08-01', 30);
grant select on remembering_rule to preau_door;

-- Until when the holder wants no code at sign-in on this device; and the sessions that were opened so.
alter table known_device add spared_until timestamptz;
alter table session add spared boolean not null default false;
