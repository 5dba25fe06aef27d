set local citus.multi_shard_modify_mode to 'sequential';

-- A person has one secret address for an account: what its row by subscriber says is the truth.
drop table calendar_subscription;
create table calendar_subscription (
    subscriber_id uuid not null,
    account_id    bigint not null,
    token_hash    bytea not null,
    made_at       timestamptz not null,
    primary key (subscriber_id, account_id)
);
select portal_distribute('calendar_subscription', 'subscriber_id', 'subscriber');

-- By its own unique value: whose calendar a secret names. One that the subscription does not hold is good for nothing.
create table calendar_address (
    token_hash    bytea primary key,
    subscriber_id uuid not null,
    account_id    bigint not null
);
create index calendar_address_of_subscriber on calendar_address (subscriber_id, account_id);
select portal_distribute('calendar_address', 'token_hash');
