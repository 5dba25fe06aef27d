-- Local: whoever works for a supplier, or (supplier null) at the portal's own desk. Made on the command line.
create table staff (
    login         text primary key,
    name          text not null,
    supplier      text,
    password_hash text not null,
    password_at   timestamptz not null,
    once_until    timestamptz,                       -- of a password that is good for one sign-in, to choose another
    made_at       timestamptz not null,
    blocked_at    timestamptz
);

-- Local: what they did. Rows are added and, when they are old, deleted; none is ever changed.
create table office_act (
    act_id      uuid primary key,
    happened_at timestamptz not null,
    supplier    text,
    login       text not null,
    name        text not null,
    kind        text not null,
    subject     text not null,
    detail      text not null,
    address     text,
    device      text
);
create index office_act_of_supplier on office_act (supplier, act_id desc);
