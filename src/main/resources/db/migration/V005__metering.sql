set local citus.multi_shard_modify_mode to 'sequential';

create table meter (
    account_id            bigint not null references account,
    meter_id              text not null,
    serial                text not null,
    serial_key            text not null,          -- upper case letters and digits only: what guesses are compared with
    model                 text,
    digits                smallint not null check (digits between 3 and 9),
    seal_no               text,
    installed             date,
    verified              date,
    valid_to              date,
    temperature_corrected boolean not null default false,
    status                text not null check (status in ('ACTIVE', 'REMOVED', 'BROKEN', 'ON_VERIFICATION')),
    first_value           bigint not null default 0,
    last_date             date,
    last_value            bigint,
    as_of                 date not null,
    primary key (account_id, meter_id)
);
select portal_distribute('meter', 'account_id', 'account');

-- Values are whole cubic metres as the counter shows them. A replaced reading stays, with its successor's reason.
create table reading (
    account_id    bigint not null,
    reading_id    text not null,
    meter_id      text not null,
    read_on       date not null,
    value         bigint not null check (value >= 0),
    source        text not null check (source in ('WEB', 'SMS', 'BANK', 'BOT', 'OPERATOR', 'TELEMETRY', 'INSPECTION')),
    state         text not null check (state in ('SENT', 'ACCEPTED', 'REFUSED', 'REPLACED')),
    reason        text,
    subscriber_id uuid,
    received_at   timestamptz not null,
    as_of         date,                           -- of the billing's latest word on it; null before the first
    primary key (account_id, reading_id),
    foreign key (account_id, meter_id) references meter
);
create index reading_of_meter on reading (account_id, meter_id, read_on desc);
select portal_distribute('reading', 'account_id', 'account');
