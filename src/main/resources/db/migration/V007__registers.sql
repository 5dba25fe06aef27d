set local citus.multi_shard_modify_mode to 'sequential';

-- Local: every run of the importer, and what became of it.
create table register_import (
    import_id   uuid primary key,
    file_name   text not null,
    sha256      bytea not null,
    started_by  text not null,
    kind        text,
    supplier    text,
    as_of       date,
    state       text not null check (state in ('RUNNING', 'APPLIED', 'REFUSED', 'STOPPED')),
    rows        bigint,
    added       bigint,
    changed     bigint,
    unchanged   bigint,
    older       bigint,
    error_count bigint,
    errors      jsonb,
    started_at  timestamptz not null,
    finished_at timestamptz
);
create unique index register_applied_once on register_import (sha256) where state = 'APPLIED' and kind <> 'SUPPLIER';
create index register_of_supplier on register_import (supplier, kind, as_of) where state = 'APPLIED';

-- Local: the day of the newest register that named every known row of its kind. Such a register need not write its day
-- into the rows that it leaves as they are.
create table register_whole (
    supplier text not null,
    kind     text not null,
    as_of    date not null,
    primary key (supplier, kind)
);

-- What billing and bank name by its own id alone: acknowledgements, and payments that moved to another account.
create index ledger_entry_named on ledger_entry (entry_id);
create index reading_named on reading (reading_id) where source in ('WEB', 'SMS', 'BANK', 'BOT');

-- A file's lines on their way into the tables. Each import empties them first, fills and merges them in one
-- transaction, and empties them again: they are only ever full inside of a running import.
create unlogged table staged_tariff (
    line       bigint not null,
    direction  text not null,
    service    text not null,
    locality   text not null,
    valid_from date not null,
    valid_to   date,
    price      numeric(14, 5) not null,
    unit       text not null,
    vat        smallint not null,
    order_no   text not null
);

create unlogged table staged_norm (
    line       bigint not null,
    direction  text not null,
    service    text not null,
    locality   text not null,
    valid_from date not null,
    valid_to   date,
    norm       numeric(12, 5) not null,
    unit       text not null,
    order_no   text not null
);

create unlogged table staged_account (
    line          bigint not null,
    account_id    bigint not null,
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
    status        text not null,
    contract_no   text,
    contract_date date
);
select portal_distribute('staged_account', 'account_id', 'account');

create unlogged table staged_meter (
    line                  bigint not null,
    account_id            bigint not null,
    account_no            text not null,
    meter_id              text not null,
    serial                text not null,
    serial_key            text not null,
    model                 text,
    digits                smallint not null,
    seal_no               text,
    installed             date,
    verified              date,
    valid_to              date,
    temperature_corrected boolean not null,
    status                text not null,
    first_value           bigint not null,
    last_date             date,
    last_value            bigint
);
select portal_distribute('staged_meter', 'account_id', 'account');

create unlogged table staged_reading (
    line        bigint not null,
    account_id  bigint not null,
    account_no  text not null,
    reading_id  text not null,
    meter_id    text not null,
    read_on     date not null,
    received_at timestamptz not null,
    value       bigint not null,
    source      text not null,
    state       text not null,
    reason      text
);
select portal_distribute('staged_reading', 'account_id', 'account');

create unlogged table staged_charge (
    line       bigint not null,
    account_id bigint not null,
    account_no text not null,
    month      date not null,
    line_id    text not null,
    service    text not null,
    method     text not null,
    avg_month  smallint,
    meter_id   text,
    prev       bigint,
    curr       bigint,
    volume     numeric(15, 5),
    coef       numeric(9, 5),
    price      numeric(14, 5),
    accrued    bigint not null,
    recalc     bigint not null,
    benefit    bigint not null,
    penalty    bigint not null
);
select portal_distribute('staged_charge', 'account_id', 'account');

create unlogged table staged_payment (
    line        bigint not null,
    account_id  bigint not null,
    account_no  text not null,
    entry_id    text not null,
    paid_at     timestamptz not null,
    amount      bigint not null,
    fee         bigint not null,
    service     text,
    month       date,
    channel     text not null,
    provider    text,
    provider_id text,
    receipt_no  text,
    registry_no text
);
select portal_distribute('staged_payment', 'account_id', 'account');

create unlogged table staged_ack (
    line   bigint not null,
    kind   text not null,
    id     text not null,
    result text not null,
    code   text,
    reason text
);

create unlogged table staged_balance (
    line       bigint not null,
    account_id bigint not null,
    account_no text not null,
    month      date not null,
    service    text not null,
    as_of      date not null,
    saldo_in   bigint not null,
    accrued    bigint not null,
    paid       bigint not null,
    recalc     bigint not null,
    penalty    bigint not null,
    saldo_out  bigint not null,
    due_date   date
);
select portal_distribute('staged_balance', 'account_id', 'account');
