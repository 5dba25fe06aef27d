-- Where an answer to a letter goes, when not back to its sender.
alter table outbox_message add column reply_to text;
