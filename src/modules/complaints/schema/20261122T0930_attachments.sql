-- Files of cases. What was sent lies in DIR/files under the name in `file`; its key stands here, sealed.
-- table attachments: domain
CREATE TABLE attachments (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  file text NOT NULL,
  file_key text NOT NULL,
  type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  added_by bigint,
  added_at bigint NOT NULL,
  voided_at bigint,
  voided_by bigint,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX attachments_by_file ON attachments (file);
CREATE INDEX attachments_by_complaint ON attachments (complaint_id, id);
CREATE UNIQUE INDEX attachments_once ON attachments (complaint_id, sha256) WHERE voided_at IS NULL;
