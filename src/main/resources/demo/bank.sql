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

create table if not exists demo_bank.notice (
    payment_id   uuid primary key references demo_bank.payment,
    event        text not null,
    put_at       timestamptz not null,
    tries        integer not null default 0,
    next_try_at  timestamptz not null,
    delivered_at timestamptz
);
