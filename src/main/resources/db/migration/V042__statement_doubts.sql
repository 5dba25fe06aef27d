set local citus.multi_shard_modify_mode to 'sequential';

-- Lines of registers that do not follow from their own figures. They are shown as they came; here staff find them.
-- line_id is the LINE_ID of a charge; of a balance the service, '' for the whole account. Sums are kopecks.
create table statement_doubt (
    account_id bigint not null references account,
    month      date not null,
    kind       text not null check (kind in ('CHARGE', 'BALANCE')),
    line_id    text not null,
    stated     bigint not null,
    reckoned   bigint not null,
    as_of      date not null,
    primary key (account_id, month, kind, line_id)
);
select portal_distribute('statement_doubt', 'account_id', 'account');
