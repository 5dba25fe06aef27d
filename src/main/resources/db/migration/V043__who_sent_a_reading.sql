set local citus.multi_shard_modify_mode to 'sequential';

-- How much its sender was proved to be the account's: what came from the full version, nobody replaces from the basic one.
-- Null for what did not come from a cabinet.
alter table reading add column sender_level text check (sender_level in ('BASIC', 'FULL'));
