set local citus.multi_shard_modify_mode to 'sequential';

-- By account. The key follows from supplier and canonical number, so nobody has to look it up.
create table account (
    account_id    bigint primary key,
    supplier      text not null,
    account_no    text not null,
    els           text,
    holder        text,
    address       text,
    fias          text,
    area          numeric(9, 2),
    residents     integer,
    direction     text not null,
    pin_hash      bytea,
    email         text,
    phone         text,
    status        text not null check (status in ('ACTIVE', 'CLOSED')),
    contract_no   text,
    contract_date date,
    as_of         date not null,
    check (account_id = ('x' || substr(md5(supplier || ':' || account_no), 1, 16))::bit(64)::bigint)
);
select portal_distribute('account', 'account_id');

create table account_subscriber (
    account_id    bigint not null references account,
    subscriber_id uuid not null,
    level         text not null check (level in ('BASIC', 'FULL')),
    linked_at     timestamptz not null,
    primary key (account_id, subscriber_id)
);
select portal_distribute('account_subscriber', 'account_id', 'account');

-- By subscriber: the same link seen from the person, with what the list of accounts shows.
create table account_link (
    subscriber_id uuid not null,
    account_id    bigint not null,
    supplier      text not null,
    account_no    text not null,
    level         text not null check (level in ('BASIC', 'FULL')),
    own_name      text,
    linked_at     timestamptz not null,
    primary key (subscriber_id, account_id)
);
select portal_distribute('account_link', 'subscriber_id');
