set local citus.multi_shard_modify_mode to 'sequential';

-- By its own unique value: the link of a reminder, for one account, one period and one person.
create table reading_pass (
    token_hash    bytea primary key,
    account_id    bigint not null,
    subscriber_id uuid not null,
    month         date not null,
    good_until    timestamptz not null
);
create index reading_pass_of_subscriber on reading_pass (subscriber_id);
create index reading_pass_by_age on reading_pass (good_until);
select portal_distribute('reading_pass', 'token_hash');
