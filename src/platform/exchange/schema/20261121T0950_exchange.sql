-- table import_batches: domain
-- table import_rows: domain
-- table import_errors: domain
CREATE TABLE import_batches (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  mapping text NOT NULL,
  target text NOT NULL,
  file_hash text NOT NULL,
  state text NOT NULL,
  rows bigint NOT NULL,
  created bigint NOT NULL,
  known bigint NOT NULL,
  failed bigint NOT NULL,
  actor_id bigint,
  started_at bigint NOT NULL,
  ended_at bigint,
  version bigint NOT NULL
);
CREATE TABLE import_rows (
  mapping text NOT NULL,
  source_id text NOT NULL,
  batch_id bigint NOT NULL,
  subject_id bigint NOT NULL,
  PRIMARY KEY (mapping, source_id)
);
CREATE INDEX import_rows_by_batch ON import_rows (batch_id, subject_id);
CREATE TABLE import_errors (
  batch_id bigint NOT NULL,
  line bigint NOT NULL,
  code text NOT NULL,
  field text NOT NULL,
  source_column text NOT NULL,
  PRIMARY KEY (batch_id, line)
);
