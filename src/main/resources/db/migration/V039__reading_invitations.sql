set local citus.multi_shard_modify_mode to 'sequential';

-- By its own unique value: the link of a reminder, for one account, one period and one person.
create table reading_invitation (
    token_hash    bytea primary key,
    account_id    bigint not null,
    subscriber_id uuid not null,
    month         date not null,
    good_until    timestamptz not null
);
create index reading_invitation_of_subscriber on reading_invitation (subscriber_id);
create index reading_invitation_by_age on reading_invitation (good_until);
select portal_distribute('reading_invitation', 'token_hash');
