-- What consumers have begun to tell and not handed in. Sealed with what only the token leads to
-- that they hold; the number of the case says what became of it.
-- table portal_drafts: operational
-- table portal_files: operational
CREATE TABLE portal_drafts (
  id bigint PRIMARY KEY,
  token_hash text NOT NULL,
  content text NOT NULL,
  saved_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  complaint_id bigint,
  version bigint NOT NULL
);
CREATE INDEX portal_drafts_by_end ON portal_drafts (expires_at, id);
CREATE TABLE portal_files (
  id bigint PRIMARY KEY,
  draft_id bigint NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  file text NOT NULL,
  file_key text NOT NULL,
  type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  added_at bigint NOT NULL
);
CREATE UNIQUE INDEX portal_files_by_draft ON portal_files (draft_id, sha256);
CREATE UNIQUE INDEX portal_files_by_file ON portal_files (file);
