-- Somebody whom another door knows (an identity provider, by the subject that it gives) holds this account. Only a hash of the subject is kept.
create table account_identity (
    provider text not null,             -- e.g. 'proconnect'
    subject_hash bytea not null,        -- SHA-256 of what the provider says of the person, always the same
    account_id bigint not null references account,
    linked_at timestamptz not null,
    primary key (provider, subject_hash)
);
create index account_identity_account on account_identity (account_id);
alter table account_identity enable row level security;
alter table account_identity force row level security;
create policy door_work on account_identity to preau_door using (true) with check (true);
grant select, insert, update, delete on account_identity to preau_door;

-- Where the browser goes when this session is signed out: the other door's own sign-out.
alter table session add leaves_to text;
