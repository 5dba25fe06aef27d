-- By its own value: codes of six digits, under a keyed hash. The deed is what a code allows: an attempt to register
-- (its subscriber_id), a change of a contact. A phone that is taken has its row as well; no SMS ever told that code.
create table one_time_code (
    deed_id     uuid primary key,
    code_hash   bytea not null,
    tries_left  integer not null,
    valid_until timestamptz not null
);
create index one_time_code_old on one_time_code (valid_until);
select portal_distribute('one_time_code', 'deed_id');
