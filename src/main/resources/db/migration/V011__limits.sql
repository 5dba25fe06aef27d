-- By its own value. A bucket is one moment: when it would be full again if nothing more were taken,
-- in milliseconds since 1970: Citus takes no arithmetic with time zones in an update.
-- A full bucket has no row. Whom a bucket belongs to is stored hashed.
create table limit_bucket (
    key_hash   bytea not null,
    limit_name text not null,
    full_at    bigint not null,
    primary key (key_hash, limit_name)
);
create index limit_bucket_full on limit_bucket (full_at);
select portal_distribute('limit_bucket', 'key_hash');
