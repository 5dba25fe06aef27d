-- Letters go after half a year.
create index outbox_old on outbox_message (put_at);
