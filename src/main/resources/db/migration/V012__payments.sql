set local citus.multi_shard_modify_mode to 'sequential';

-- Money that somebody set out to pay. The row is written before the provider is called, with the time of its next
-- check, so that whatever happens to us afterwards somebody asks. Everything the order says stays as it was given;
-- account and supplier are copied, so that a payment is told and repeated without looking anywhere else.
create table payment (
    account_id      bigint not null references account,
    payment_id      uuid not null,
    form_key        uuid not null,                -- of the form that it came from: one form, one payment
    subscriber_id   uuid not null,
    supplier        text not null,
    account_no      text not null,
    amount          bigint not null check (amount between 100 and 50000000),
    method          text not null check (method in ('SBP', 'CARD')),
    receipt_email   text not null,
    month           date not null check (extract(day from month) = 1),
    readings        text[] not null,              -- ids of readings that were sent along; they stand on their own
    state           text not null
                    check (state in ('INTENDED', 'UNKNOWN', 'REDIRECTED', 'SUCCEEDED', 'FAILED', 'MISMATCHED')),
    provider        text not null,
    idempotence_key uuid not null,
    reference       text,                         -- the provider's own id of it
    bank_page       text,                         -- where the person pays
    failure         text,                         -- the provider's word for why not
    version         integer not null,             -- number of its latest event
    started_at      timestamptz not null,
    changed_at      timestamptz not null,
    asked_at        timestamptz,
    tries           integer not null default 0,
    next_check_at   timestamptz,
    primary key (account_id, payment_id),
    unique (account_id, form_key),
    check (state not in ('REDIRECTED', 'SUCCEEDED') or reference is not null)
);
create index payment_to_check on payment (next_check_at) where next_check_at is not null;
select portal_distribute('payment', 'account_id', 'account');

-- Every change of a payment's state, append-only.
create table payment_event (
    account_id bigint not null,
    payment_id uuid not null,
    event_no   integer not null,
    happened_at timestamptz not null,
    from_state text,
    to_state   text not null,
    note       text,
    primary key (account_id, payment_id, event_no),
    foreign key (account_id, payment_id) references payment
);
select portal_distribute('payment_event', 'account_id', 'account');

-- Notices of a provider, stored before they are acted on. What they claim is not believed: they only make us ask.
create table provider_event (
    account_id  bigint not null,
    provider    text not null,
    reference   text not null,
    event       text not null,
    payment_id  uuid not null,
    received_at timestamptz not null,
    primary key (account_id, provider, reference, event),
    foreign key (account_id, payment_id) references payment
);
create index provider_event_of_payment on provider_event (account_id, payment_id);
select portal_distribute('provider_event', 'account_id', 'account');

-- By its own unique value: whose payment a reference is. Provider 'PORTAL' holds our own ids, as addresses of pages carry them.
create table payment_ref (
    reference  text not null,
    provider   text not null,
    account_id bigint not null,
    payment_id uuid not null,
    primary key (reference, provider)
);
select portal_distribute('payment_ref', 'reference');
