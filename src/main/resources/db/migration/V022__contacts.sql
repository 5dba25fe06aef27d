set local citus.multi_shard_modify_mode to 'sequential';

-- The contact of the other kind, beside the login; both stand in login, confirmed, and both let in.
alter table subscriber add other_login text;

-- By subscriber: a contact that its owner has yet to confirm.
create table contact_change (
    subscriber_id uuid primary key references subscriber on delete cascade,
    change_id     uuid not null,                  -- the deed of its code
    login         text not null,
    token_hash    bytea not null,
    valid_until   timestamptz not null
);
create index contact_change_old on contact_change (valid_until);
select portal_distribute('contact_change', 'subscriber_id', 'subscriber');
