-- A second press is answered like the first: the same page, and the sentence to show there.
alter table once add column flash text;
