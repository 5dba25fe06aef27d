-- Local: what became of an SMS after the other side had taken it, when it tells. A receipt may come before the
-- answer that names the part, so either may write the row first.
alter table outbox_message add delivered_at timestamptz;
alter table outbox_message add undelivered text;  -- state of SMPP 3.4 in which it ended: UNDELIV, EXPIRED …

create table sms_part (
    part_id    text primary key,                  -- as the other side calls it
    message_id uuid,
    parts      integer,                           -- of the whole message
    state      text,
    put_at     timestamptz not null
);
create index sms_part_of_message on sms_part (message_id);
create index sms_part_old on sms_part (put_at);
