set local citus.multi_shard_modify_mode to 'sequential';

-- Who opened the full version and how, and what an invited person may do.
alter table account_subscriber
    add column opened_at timestamptz,
    add column opened_by text,                       -- the proof; 'supplier' where the number alone gives FULL
    add column invited_by uuid,                      -- null for who has connected by number
    add column may_send boolean not null default true,
    add column may_pay boolean not null default true;

-- The same from the person's side, and where the account stands in their list.
alter table account_link
    add column invited boolean not null default false,
    add column may_send boolean not null default true,
    add column may_pay boolean not null default true,
    add column place integer not null default 0;

-- Letters that nobody has answered yet. The link's secret is kept as its hash.
create table invitation (
    account_id    bigint not null references account,
    invitation_id uuid not null,
    token_hash    bytea not null,
    contact       text not null,
    may_send      boolean not null,
    may_pay       boolean not null,
    invited_by    uuid not null,
    sent_at       timestamptz not null,
    valid_until   timestamptz not null,
    primary key (account_id, invitation_id)
);
select portal_distribute('invitation', 'account_id', 'account');
