set local citus.multi_shard_modify_mode to 'sequential';

-- By account: the picture that a person sent with a meter's reading of a month, encoded anew by us.
create table meter_photo (
    account_id    bigint not null,
    meter_id      text not null,
    month         date not null,
    photo_id      uuid not null,
    image         bytea not null check (octet_length(image) <= 2097152),
    subscriber_id uuid not null,
    received_at   timestamptz not null,
    primary key (account_id, meter_id, month, subscriber_id),
    foreign key (account_id, meter_id) references meter
);
create index meter_photo_of_subscriber on meter_photo (subscriber_id);
create index meter_photo_by_age on meter_photo (received_at);
select portal_distribute('meter_photo', 'account_id', 'account');
