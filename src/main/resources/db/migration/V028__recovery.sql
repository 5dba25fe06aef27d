-- By its own value: the secret of a link that sets a new password, hashed. A link for a login that nobody owns has a
-- row as well, of a person who is not there, and its secret is thrown away.
create table recovery (
    token_hash    bytea primary key,
    subscriber_id uuid not null,
    login         text not null,
    valid_until   timestamptz not null
);
create index recovery_of_subscriber on recovery (subscriber_id);
create index recovery_old on recovery (valid_until);
select portal_distribute('recovery', 'token_hash');
