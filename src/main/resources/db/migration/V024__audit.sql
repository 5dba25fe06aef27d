set local citus.multi_shard_modify_mode to 'sequential';

-- By subscriber: what happened to a cabinet. Rows are added, never changed.
create table audit_event (
    subscriber_id uuid not null references subscriber on delete cascade,
    happened_at   timestamptz not null,
    event_id      uuid not null,
    kind          text not null,                  -- key of its sentence in the catalogue
    detail        text not null,
    address       text,                           -- null when the portal acted by itself
    device        text,
    primary key (subscriber_id, happened_at, event_id)
);
create index audit_event_old on audit_event (happened_at);
select portal_distribute('audit_event', 'subscriber_id', 'subscriber');
