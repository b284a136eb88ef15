-- The evidence log. An entry row without a place is the queue; `id` is the database's own order.
-- table evidence_chains: operational
-- table evidence_entries: operational
-- table evidence_log: operational
-- table followers: operational
CREATE TABLE evidence_chains (
  subject_id bigint PRIMARY KEY,
  chain text NOT NULL,
  n bigint NOT NULL,
  last_hash text NOT NULL
);
CREATE TABLE evidence_entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place bigint,
  quarantined bigint NOT NULL DEFAULT 0,
  subject_id bigint NOT NULL,
  n bigint NOT NULL,
  kind text NOT NULL,
  at bigint NOT NULL,
  actor_id bigint,
  work text NOT NULL,
  leaf text NOT NULL,
  leaf_hash text NOT NULL,
  mac text NOT NULL,
  facts text NOT NULL,
  openings text NOT NULL,
  sealed text NOT NULL,
  key_id bigint NOT NULL
);
CREATE UNIQUE INDEX evidence_entries_by_subject ON evidence_entries (subject_id, n);
-- The same leaf twice is a copy.
CREATE UNIQUE INDEX evidence_entries_by_leaf ON evidence_entries (leaf_hash);
CREATE UNIQUE INDEX evidence_entries_by_place ON evidence_entries (place) WHERE place IS NOT NULL;
CREATE INDEX evidence_entries_waiting ON evidence_entries (id) WHERE place IS NULL AND quarantined = 0;
CREATE TABLE evidence_log (
  id bigint PRIMARY KEY,
  size bigint NOT NULL
);
INSERT INTO evidence_log (id, size) VALUES (1, 0);
CREATE TABLE followers (
  name text PRIMARY KEY,
  next_place bigint NOT NULL
);
