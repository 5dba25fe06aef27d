-- Names of staff are not unique: who answered is named by login, and failed sign-ins and former networks are found by it.
comment on column pin_application.closed_by is 'login of whoever has answered for the supplier';
comment on column staff.once_until is
    'of a one-time password: until when it lets in, as often as needed, to nothing but choosing another';

create index office_act_sign_in on office_act (login, happened_at) where kind = 'SIGNED_IN';
