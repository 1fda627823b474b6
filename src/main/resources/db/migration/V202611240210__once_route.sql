-- A form's key answers for the address it was sent to, never for another.
alter table once add column route text not null default '';
alter table once alter column route drop default;
