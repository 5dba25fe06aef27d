set local citus.multi_shard_modify_mode to 'sequential';

-- By account: homes that do without bills on paper, and who decided it. That person gets the letter with each bill; the
-- row goes when their access does.
create table paperless (
    account_id    bigint primary key references account,
    subscriber_id uuid not null,
    since         timestamptz not null
);
select portal_distribute('paperless', 'account_id', 'account');
