-- The proof of a signature outlives the cabinet. With the cabinet goes the login; a keyed hash of it stays, which finds
-- the proof again for who brings the login. A withdrawn version may be signed again, so a version alone is no key.
alter table consent drop constraint consent_subscriber_id_fkey;
alter table consent drop constraint consent_pkey;
alter table consent
    add column signature_id uuid,
    add column login text,
    add column login_hash bytea,
    add column device text,
    add column withdrawn_at timestamptz,
    add column withdrawn_from text;
update consent set signature_id = md5(subscriber_id::text || document || version)::uuid;
update consent c set login = s.login from subscriber s where s.subscriber_id = c.subscriber_id;
alter table consent
    alter column signature_id set not null,
    add primary key (subscriber_id, signature_id),
    add check ((login is null) <> (login_hash is null));
create unique index consent_in_force on consent (subscriber_id, document, version) where withdrawn_at is null;
create index consent_unnamed on consent (login_hash) where login_hash is not null;
