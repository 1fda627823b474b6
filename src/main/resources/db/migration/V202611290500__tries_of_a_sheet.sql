-- Wrong codes from a sheet are counted with the code that they are tried for, as wrong passwords are with the account: not with those of the second factor,
-- which a stranger must not be able to lock, and which a right code from a sheet must not forget. A new code is a new count.
alter table activation_code add failures int not null default 0, add locked_until timestamptz;
