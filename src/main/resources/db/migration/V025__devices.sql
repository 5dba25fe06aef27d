set local citus.multi_shard_modify_mode to 'sequential';

-- By subscriber: browsers that the person has come in with before. Each keeps a secret of its own for each person.
create table known_device (
    subscriber_id uuid not null references subscriber on delete cascade,
    device_hash   bytea not null,
    known_until   timestamptz not null,
    primary key (subscriber_id, device_hash)
);
select portal_distribute('known_device', 'subscriber_id', 'subscriber');

-- By subscriber: from where each session was begun. Beside the session and not in it, since every page reads that.
create table session_device (
    subscriber_id uuid not null references subscriber on delete cascade,
    session_hash  bytea not null,                 -- of the session's id, which is a secret
    device_hash   bytea,                          -- null while the cabinet is unconfirmed
    device        text,
    address       text,
    begun_at      timestamptz not null,
    proved_at     timestamptz not null,           -- when the person last showed who they are
    primary key (subscriber_id, session_hash)
);
select portal_distribute('session_device', 'subscriber_id', 'subscriber');
