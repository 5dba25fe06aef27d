-- Local: letters on their way. A sent one stays for the inquiries of its recipient; its secrets do not.
create table outbox_message (
    message_id  uuid primary key,
    channel     text not null check (channel in ('MAIL', 'SMS')),
    recipient   text not null,
    subject     text not null,
    body        text not null,
    link        text,
    code        text,
    put_at      timestamptz not null,
    sent_at     timestamptz,
    tries       integer not null default 0,
    next_try_at timestamptz not null,
    failure     text
);
create index outbox_waiting on outbox_message (next_try_at) where sent_at is null;
create index outbox_of_recipient on outbox_message (recipient, put_at desc);
