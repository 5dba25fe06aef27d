set local citus.multi_shard_modify_mode to 'sequential';

-- By account: who has no PIN asks the supplier for one. A PIN that is issued belongs to its application, so that neither
-- that of the bills nor a register touches it, and is kept as a keyed hash.
create table pin_application (
    account_id     bigint not null references account,
    application_id uuid not null,
    supplier       text not null,
    number         integer not null,                 -- of the supplier's own, for people to name it
    subscriber_id  uuid,                             -- null once the account has left the cabinet
    full_name      text,                             -- what was written, null once it is forgotten
    address        text,
    serial         text,
    comment        text,
    sent_at        timestamptz not null,
    due_on         date not null,                    -- to be answered until the end of this day
    state          text not null check (state in ('SENT', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'ENDED', 'USED')),
    closed_at      timestamptz,
    closed_by      text,                             -- name of whoever has answered for the supplier
    reason         text,
    said           text,
    sent_to        text,                             -- masked
    pin_hash       bytea,
    pin_until      timestamptz,
    primary key (account_id, application_id),
    check ((state = 'SENT') = (closed_at is null)),
    check (pin_hash is null or state = 'GRANTED')
);
select portal_distribute('pin_application', 'account_id', 'account');

create unique index pin_application_open on pin_application (account_id, subscriber_id) where state = 'SENT';
create index pin_application_waiting on pin_application (supplier, sent_at) where state = 'SENT';
create index pin_application_closed on pin_application (supplier, closed_at) where state <> 'SENT';

-- By its own unique value, the supplier: the last number given.
create table pin_application_number (
    supplier    text primary key,
    last_number integer not null
);
select portal_distribute('pin_application_number', 'supplier');

update supplier
set description = jsonb_set(description, '{switches,pinByApplication}', 'false')
where not description -> 'switches' ? 'pinByApplication';
