-- The direction said that this note cannot wait: families see it first, whatever the hour at which it left.
alter table note add column urgent boolean not null default false;
