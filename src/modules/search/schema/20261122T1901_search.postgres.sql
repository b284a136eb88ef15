-- What texts are found by. Made again from the log and the cases, so operational; the index holds
-- keyed tokens and no text, the masked texts are sealed.
-- table search_documents: operational
-- table search_index: operational
CREATE TABLE search_documents (
  id bigint PRIMARY KEY,
  kind text NOT NULL,
  subject_id bigint NOT NULL,
  sights text NOT NULL,
  body text NOT NULL
);
CREATE UNIQUE INDEX search_documents_by_subject ON search_documents (subject_id, kind);
CREATE TABLE search_index (
  id bigint PRIMARY KEY,
  tokens bigint[] NOT NULL
);
-- Without a list of what waits: each look into the index would go through all of it.
CREATE INDEX search_index_by_token ON search_index USING gin (tokens) WITH (fastupdate = off);
