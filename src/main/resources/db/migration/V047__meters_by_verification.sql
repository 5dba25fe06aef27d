set local citus.multi_shard_modify_mode to 'sequential';

-- Reminders begin with the meters whose verification ends soon, among those of all accounts.
create index meter_by_verification on meter (valid_to) where status = 'ACTIVE';
