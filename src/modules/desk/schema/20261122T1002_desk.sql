-- What people keep on their desk: it is theirs, not the bank's, so no entry tells of it.
-- table saved_views: operational
CREATE TABLE saved_views (
  id bigint PRIMARY KEY,
  owner_id bigint NOT NULL,
  name text NOT NULL,
  list text NOT NULL,
  query text NOT NULL,
  shared_with text NOT NULL,
  unit_id bigint,
  changed_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX saved_views_by_owner ON saved_views (owner_id, id);
CREATE INDEX saved_views_by_unit ON saved_views (unit_id, id) WHERE unit_id IS NOT NULL;
CREATE INDEX saved_views_of_all ON saved_views (id) WHERE shared_with = 'bank';
-- table drafts: operational
CREATE TABLE drafts (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  owner_id bigint NOT NULL,
  form text NOT NULL,
  subject_id bigint NOT NULL,
  content text NOT NULL,
  changed_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX drafts_by_place ON drafts (owner_id, form, subject_id);
CREATE INDEX drafts_by_age ON drafts (changed_at);
