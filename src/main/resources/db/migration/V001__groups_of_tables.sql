-- Every table belongs to one group: reference, by subscriber, by account, by its own unique value, or local.
-- On plain PostgreSQL the group is only a word; on Citus it decides where the rows live (docs/decisions/0003).

create function portal_reference(t text) returns void language plpgsql as $$
begin
    if exists (select 1 from pg_extension where extname = 'citus') then
        execute format('select create_reference_table(%L)', t);
    end if;
end $$;

create function portal_distribute(t text, key text, beside text default 'none') returns void language plpgsql as $$
begin
    if exists (select 1 from pg_extension where extname = 'citus') then
        execute format('select create_distributed_table(%L, %L, colocate_with => %L)', t, key, beside);
    end if;
end $$;
