set local citus.multi_shard_modify_mode to 'sequential';

-- By account: the PIN that the supplier prints on its bills, encrypted under a key that stands outside of the database.
-- It counts while the account's PIN is the one that it was made of.
create table printed_pin (
    account_id bigint primary key references account,
    pin_hash   bytea not null,
    sealed     bytea not null
);
select portal_distribute('printed_pin', 'account_id', 'account');

-- Staged columns follow their file's, so the encrypted PIN stands beside its hash.
drop table staged_account;
create unlogged table staged_account (
    line          bigint not null,
    account_id    bigint not null,
    account_no    text not null,
    els           text,
    holder        text,
    address       text,
    fias          text,
    area          numeric(9, 2),
    residents     integer,
    direction     text not null,
    pin_hash      bytea,
    pin_sealed    bytea,
    email         text,
    phone         text,
    status        text not null,
    contract_no   text,
    contract_date date
);
select portal_distribute('staged_account', 'account_id', 'account');
