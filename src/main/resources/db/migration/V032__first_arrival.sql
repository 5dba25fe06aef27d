-- When the person first came in with a confirmed cabinet: whoever comes later from an unknown browser causes a notice,
-- though every known one may have been forgotten meanwhile.
alter table subscriber add came_in_at timestamptz;
update subscriber set came_in_at = confirmed_at where confirmed_at is not null;
