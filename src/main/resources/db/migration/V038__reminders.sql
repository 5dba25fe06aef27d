set local citus.multi_shard_modify_mode to 'sequential';

-- By subscriber: what the person does not want to be told. No row: they do.
create table unwanted_notice (
    subscriber_id uuid not null references subscriber on delete cascade,
    topic         text not null check (topic in ('READINGS', 'VERIFICATION')),
    primary key (subscriber_id, topic)
);
select portal_distribute('unwanted_notice', 'subscriber_id', 'subscriber');

-- By account: that the matter has been dealt with, whether a letter was wanted or not.
create table reminder (
    account_id    bigint not null references account,
    subscriber_id uuid not null,
    kind          text not null check (kind in ('READING', 'VERIFICATION', 'VERIFICATION_SOON')),
    about         date not null,                  -- the last day of the window or of the verification
    told          boolean not null,               -- false: the person did not want it, or could not be told
    dealt_at      timestamptz not null,
    primary key (account_id, subscriber_id, kind, about)
);
create index reminder_of_subscriber on reminder (subscriber_id);
create index reminder_by_age on reminder (dealt_at);
select portal_distribute('reminder', 'account_id', 'account');
