set local citus.multi_shard_modify_mode to 'sequential';

-- By subscriber. Until confirmed_at is set, this is one attempt to register, with a password of its own;
-- after confirm_by it is deleted.
create table subscriber (
    subscriber_id uuid primary key,
    login         text not null,
    registered_at timestamptz not null,
    confirm_by    date not null,
    confirmed_at  timestamptz
);
create index subscriber_unconfirmed on subscriber (confirm_by) where confirmed_at is null;
select portal_distribute('subscriber', 'subscriber_id');

create table credential (
    subscriber_id uuid primary key references subscriber on delete cascade,
    password_hash text not null,
    changed_at    timestamptz not null,
    browser_hash  bytea                           -- of a secret that the browser keeps which registered; null without one
);
select portal_distribute('credential', 'subscriber_id', 'subscriber');

create table consent (
    subscriber_id uuid not null references subscriber on delete cascade,
    document      text not null check (document in ('AGREEMENT', 'PERSONAL_DATA')),
    version       text not null,
    signed_at     timestamptz not null,
    network       text not null,                  -- address that the signature came from
    primary key (subscriber_id, document, version)
);
select portal_distribute('consent', 'subscriber_id', 'subscriber');

-- By login: what makes a confirmed login the only one, however many attempts stand beside it.
create table login (
    login         text not null,
    subscriber_id uuid not null,
    confirmed     boolean not null,
    made_at       timestamptz not null,
    primary key (login, subscriber_id)
);
create unique index login_taken on login (login) where confirmed;
select portal_distribute('login', 'login');

-- By its own value: the secret of a mailed link, hashed.
create table confirmation (
    token_hash    bytea primary key,
    subscriber_id uuid not null,
    login         text not null,
    valid_until   timestamptz not null
);
create index confirmation_of_subscriber on confirmation (subscriber_id);
select portal_distribute('confirmation', 'token_hash');

-- By its own value: robot checks that have been used up; kept until they would have expired anyway.
create table robot_check (
    check_hash  bytea primary key,
    valid_until timestamptz not null
);
create index robot_check_old on robot_check (valid_until);
select portal_distribute('robot_check', 'check_hash');

-- Reference: the words of each version that anybody has signed, and the key that signs our robot checks.
create table signed_document (
    version text primary key,
    words   text not null
);
select portal_reference('signed_document');

create table robot_check_key (
    only_one boolean primary key check (only_one),
    secret   bytea not null
);
select portal_reference('robot_check_key');
