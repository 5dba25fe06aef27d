set local citus.multi_shard_modify_mode to 'sequential';

-- Local: the order to issue the bills of a supplier for a month, and how far it has come. Accounts are taken in the
-- order of their ids; all up to last_account are done.
create table bill_run (
    supplier     text not null,
    month        date not null check (extract(day from month) = 1),
    ordered_at   timestamptz not null,
    last_account bigint,
    accounts     bigint not null,                 -- how many have a bill of the month, when it was ordered
    done         bigint not null default 0,
    written_to   bigint not null default 0,       -- of those, told by letter
    failed       bigint not null default 0,
    finished_at  timestamptz,
    primary key (supplier, month)
);

-- By account: the bill of a month was issued. What is here is not issued again.
create table bill_issue (
    account_id bigint not null references account,
    month      date not null,
    issued_at  timestamptz not null,
    to_pay     bigint not null,                   -- kopecks, negative is overpaid
    paper      boolean not null,
    primary key (account_id, month)
);
select portal_distribute('bill_issue', 'account_id', 'account');

-- Local: pages for the printer, some accounts in one PDF, encrypted: they name people and PINs.
create table bill_print (
    supplier      text not null,
    month         date not null,
    first_account bigint not null,
    pages         integer not null,
    sealed        bytea not null,
    made_at       timestamptz not null,
    primary key (supplier, month, first_account)
);
create index bill_print_old on bill_print (made_at);
