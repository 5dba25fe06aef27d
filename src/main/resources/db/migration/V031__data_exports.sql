-- Local: files with all data of a person, ordered and then made. They are deleted after a week.
create table data_export (
    export_id     uuid primary key,
    subscriber_id uuid not null,
    login         text not null,                  -- the letter goes there
    ordered_at    timestamptz not null,
    tries         integer not null default 0,
    next_try_at   timestamptz,                    -- null once it is made, or given up
    ready_at      timestamptz,
    file          bytea check (octet_length(file) <= 20971520),
    check ((ready_at is null) = (file is null)),
    check (ready_at is null or next_try_at is null)
);
create index data_export_of_subscriber on data_export (subscriber_id);
create index data_export_waiting on data_export (next_try_at) where next_try_at is not null;
