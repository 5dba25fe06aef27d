set local citus.multi_shard_modify_mode to 'sequential';

-- By its own unique value: the secret address of a calendar. A person has at most one for an account; the newest counts.
create table calendar_subscription (
    token_hash    bytea primary key,
    subscriber_id uuid not null,
    account_id    bigint not null,
    made_at       timestamptz not null
);
create index calendar_subscription_of_subscriber on calendar_subscription (subscriber_id, account_id);
select portal_distribute('calendar_subscription', 'token_hash');
