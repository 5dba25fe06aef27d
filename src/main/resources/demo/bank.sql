create schema if not exists demo_bank;

create table if not exists demo_bank.payment (
    payment_id      uuid primary key,
    shop            text not null,
    idempotence_key text not null,
    ordered         text not null,
    status          text not null check (status in ('pending', 'succeeded', 'canceled')),
    reason          text,
    created_at      timestamptz not null,
    settled_at      timestamptz,
    unique (shop, idempotence_key)
);

-- The books of a bank that spoke one protocol go on in one that speaks three.
alter table demo_bank.payment add column if not exists language text not null default 'YOOKASSA';
alter table demo_bank.payment add column if not exists by_sbp boolean not null default false;

create table if not exists demo_bank.message (
    payment_id   uuid not null references demo_bank.payment,
    event        text not null,
    put_at       timestamptz not null,
    tries        integer not null default 0,
    next_try_at  timestamptz not null,
    delivered_at timestamptz,
    primary key (payment_id, event)
);

create table if not exists demo_bank.refund (
    payment_id uuid not null references demo_bank.payment,
    refund_key text not null,
    kopecks    bigint not null check (kopecks > 0),
    made_at    timestamptz not null,
    primary key (payment_id, refund_key)
);
