-- The companies we serve. A supplier is one described document: the importer checks it, the code reads it typed.
create table supplier (
    supplier    text primary key check (supplier ~ '^[a-z][a-z0-9-]{1,31}$'),
    description jsonb not null,
    revised_at  timestamptz not null
);
select portal_reference('supplier');

create table tariff (
    supplier   text not null references supplier,
    direction  text not null,
    service    text not null,
    locality   text not null default '',
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    price      numeric(14, 5) not null check (price >= 0),
    unit       text not null,
    vat        smallint not null,
    order_no   text not null default '',
    as_of      date not null,
    primary key (supplier, direction, service, locality, valid_from)
);
select portal_reference('tariff');

create table norm (
    supplier   text not null references supplier,
    direction  text not null,
    service    text not null,
    locality   text not null default '',
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    norm       numeric(12, 5) not null check (norm >= 0),
    unit       text not null,
    order_no   text not null default '',
    as_of      date not null,
    primary key (supplier, direction, service, locality, valid_from)
);
select portal_reference('norm');
