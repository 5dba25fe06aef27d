-- Local: what a message says may be outdated before it leaves, as a code is after ten minutes. Null: never.
alter table outbox_message add good_until timestamptz;

-- For health: SMS that did not reach their phones lately.
create index outbox_undelivered on outbox_message (put_at) where undelivered is not null;
