-- What to call the person, and the deletion of a cabinet: due, told of the day before, begun.
alter table subscriber
    add column name text,
    add column removal_due_at timestamptz,
    add column removal_reason text check (removal_reason in ('WISH', 'WITHDRAWAL')),
    add column removal_told_at timestamptz,
    add column removal_begun_at timestamptz,
    add check ((removal_due_at is null) = (removal_reason is null));
create index subscriber_to_remove on subscriber (removal_due_at) where removal_due_at is not null;

-- Whose a payment or a reading was is asked when a cabinet is deleted.
create index login_of_subscriber on login (subscriber_id);
create index payment_of_subscriber on payment (subscriber_id);
create index reading_of_subscriber on reading (subscriber_id) where subscriber_id is not null;
