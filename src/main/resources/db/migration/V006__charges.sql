set local citus.multi_shard_modify_mode to 'sequential';

-- Months are stored as their first day. Money is whole kopecks, owed is positive.
create table charge (
    account_id bigint not null references account,
    month      date not null check (extract(day from month) = 1),
    line_id    text not null,
    service    text not null,
    method     text not null check (method in ('METER', 'AVERAGE', 'NORM', 'FIXED')),
    avg_month  smallint check (avg_month between 1 and 3),
    meter_id   text,
    prev       bigint,
    curr       bigint,
    volume     numeric(15, 5),
    coef       numeric(9, 5),
    price      numeric(14, 5),
    accrued    bigint not null,
    recalc     bigint not null,
    benefit    bigint not null,
    penalty    bigint not null,
    as_of      date not null,
    primary key (account_id, month, line_id)
);
select portal_distribute('charge', 'account_id', 'account');

-- A month of an account as its billing closed it; service '' is the whole account, others where the billing splits.
create table balance (
    account_id bigint not null references account,
    month      date not null check (extract(day from month) = 1),
    service    text not null default '',
    as_of      date not null,
    saldo_in   bigint not null,
    accrued    bigint not null,
    paid       bigint not null,
    recalc     bigint not null,
    penalty    bigint not null,
    saldo_out  bigint not null,
    due_date   date,
    primary key (account_id, month, service)
);
select portal_distribute('balance', 'account_id', 'account');

-- The ledger is append-only: money that came in for an account, ours and what the billing tells of, once each.
create table ledger_entry (
    account_id bigint not null references account,
    entry_id   text not null,                     -- PAY_ID: our payment's id, or the billing's own
    paid_at    timestamptz not null,
    amount     bigint not null,                   -- kopecks, positive lowers the debt
    fee        bigint not null default 0,
    service    text,
    month      date,
    channel    text not null,
    provider   text,
    provider_id text,
    receipt_no text,
    registry_no text,
    entered_at timestamptz not null,
    primary key (account_id, entry_id)
);
select portal_distribute('ledger_entry', 'account_id', 'account');

-- The billing has named this payment, in a register of that day. Balances as of that day or later include it.
create table ledger_known (
    account_id bigint not null,
    entry_id   text not null,
    known_as_of date not null,
    primary key (account_id, entry_id),
    foreign key (account_id, entry_id) references ledger_entry
);
select portal_distribute('ledger_known', 'account_id', 'account');

-- The billing would not take this payment, by its latest word: money that no statement knows, until a person sees to it.
create table ledger_rejected (
    account_id bigint not null,
    entry_id   text not null,
    code       text,
    reason     text,
    as_of      date not null,
    primary key (account_id, entry_id),
    foreign key (account_id, entry_id) references ledger_entry
);
select portal_distribute('ledger_rejected', 'account_id', 'account');
