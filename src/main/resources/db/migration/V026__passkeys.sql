set local citus.multi_shard_modify_mode to 'sequential';

-- By subscriber: passkeys, with what their authenticators showed when they were made.
create table passkey (
    subscriber_id   uuid not null references subscriber on delete cascade,
    passkey_id      uuid not null,                -- names it in forms
    credential_id   bytea not null,
    name            text not null,
    public_key      bytea not null,
    attestation     bytea not null,
    transports      text not null,                -- with commas
    sign_count      bigint not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    added_at        timestamptz not null,
    used_at         timestamptz,
    primary key (subscriber_id, passkey_id),
    unique (subscriber_id, credential_id)
);
select portal_distribute('passkey', 'subscriber_id', 'subscriber');

-- By its own value: whose passkey a browser brings. It names the person before anybody knows who is there.
create table passkey_owner (
    credential_id bytea primary key,
    subscriber_id uuid not null
);
create index passkey_owner_subscriber on passkey_owner (subscriber_id);
select portal_distribute('passkey_owner', 'credential_id');

-- By its own value: challenges that have been answered; kept until they would have expired anyway.
create table passkey_challenge (
    challenge_hash bytea primary key,
    valid_until    timestamptz not null
);
create index passkey_challenge_old on passkey_challenge (valid_until);
select portal_distribute('passkey_challenge', 'challenge_hash');
