-- When the account last entered from a place where it had never been (failed_at: when it last failed from one). Guesses are told from a Monday morning by
-- these two: whoever guesses comes from new places, and children at school do not.
alter table account add new_place_at timestamptz;
create index account_new_place on account (new_place_at) where new_place_at is not null;
