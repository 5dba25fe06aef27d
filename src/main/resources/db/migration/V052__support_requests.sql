set local citus.multi_shard_modify_mode to 'sequential';

-- Local: requests to a supplier or to the portal itself, few beside readings and payments. The queues of those who
-- answer run over all writers, and the number that people quote counts up.
create table support_request (
    request_no     bigint generated always as identity (start with 1001) primary key,
    writer_id      uuid not null,                -- the subscriber; of a guest an id of this one request
    form_id        uuid not null,                -- of the form that was sent: sent twice, it is one request
    guest_mail     text,                         -- where a guest waits for the answer; null for subscribers
    mail_proved_at timestamptz,
    desk           text not null,                -- the supplier asked; '' for the portal itself
    topic          text not null check (topic in
                       ('CHARGES', 'READINGS', 'PAYMENT', 'PIN', 'METER', 'ENTRANCE', 'OTHER')),
    subject        text not null,
    account_id     bigint,
    account_no     text,                         -- as printed; of a guest as typed
    state          text not null check (state in ('WAITING', 'ANSWERED', 'CLOSED')),
    version        integer not null,             -- counts up with every change
    remarks        integer not null,
    opened_at      timestamptz not null,
    changed_at     timestamptz not null,
    due_at         timestamptz not null,         -- when it should be answered, while it waits
    without_files  boolean not null default false,  -- its files were kept long enough
    closed_by      text check (closed_by in ('WRITER', 'STAFF', 'TIME')),
    unique (writer_id, form_id),
    check ((closed_by is null) = (state <> 'CLOSED'))
);
create index support_request_waiting on support_request (desk, due_at, request_no) where state = 'WAITING';
create index support_request_resting on support_request (changed_at) where state <> 'WAITING';
create index support_request_of_guest on support_request (guest_mail) where guest_mail is not null;

-- Local: the secret links by which guests read their requests, hashed.
create table support_pass (
    token_hash bytea primary key,
    request_no bigint not null references support_request on delete cascade,
    made_at    timestamptz not null
);
create index support_pass_of_request on support_pass (request_no);

-- By writer: what was said, and the files that came with it.
create table support_remark (
    writer_id  uuid not null,
    request_no bigint not null,
    remark_no  integer not null,
    form_id    uuid,
    author     text not null check (author in ('WRITER', 'STAFF')),
    staff      text,
    words      text not null,
    said_at    timestamptz not null,
    primary key (writer_id, request_no, remark_no),
    unique (writer_id, form_id)
);
select portal_distribute('support_remark', 'writer_id');

create table support_file (
    writer_id  uuid not null,
    request_no bigint not null,
    file_id    uuid not null,
    remark_no  integer not null,
    place      integer not null,
    name       text not null,
    kind       text not null check (kind in ('JPEG', 'PDF')),
    size       integer not null,
    content    bytea check (octet_length(content) <= 10485760),   -- null once it was kept long enough
    primary key (writer_id, request_no, file_id)
);
select portal_distribute('support_file', 'writer_id', 'support_remark');
