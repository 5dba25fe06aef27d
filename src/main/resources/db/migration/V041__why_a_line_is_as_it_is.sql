set local citus.multi_shard_modify_mode to 'sequential';

-- Why there was no reading to charge by, and what a recalculation is for in the billing's own words.
alter table charge add column cause text
    check (cause in ('NO_METER', 'NO_READING', 'VERIFICATION_EXPIRED', 'SEAL_BROKEN', 'ON_VERIFICATION'));
alter table charge add column recalc_for text;
alter table staged_charge add column cause text;
alter table staged_charge add column recalc_for text;
