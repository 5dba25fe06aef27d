-- As whom we come to payment providers for suppliers, one shop of a supplier at a provider. Of several the latest
-- chosen takes new payments. Secrets are sealed by the portal; the key is not in the database.
create table provider_shop (
    supplier   text not null references supplier,
    provider   text not null check (provider in ('YOOKASSA', 'SBERBANK', 'TBANK')),
    shop_id    text not null,
    secret     bytea not null,
    notice_key bytea,                -- what notices are signed with, where that is another secret
    base_url   text,                 -- null: the provider's usual address
    methods    text[] not null,      -- SBP, CARD; none: all
    chosen_at  timestamptz not null,
    primary key (supplier, provider)
);
select portal_reference('provider_shop');
