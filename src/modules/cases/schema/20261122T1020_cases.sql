-- The case library: what was learned, without anybody's name.
-- table cases: domain
CREATE TABLE cases (
  id bigint PRIMARY KEY,
  state text NOT NULL,
  title text NOT NULL,
  business text,
  cause text,
  facts text NOT NULL,
  right_handling text NOT NULL,
  wrong_handling text,
  wording text,
  amount_from_fen bigint,
  amount_to_fen bigint,
  source_id bigint,
  written_by_id bigint NOT NULL,
  written_at bigint NOT NULL,
  published_by_id bigint,
  published_at bigint,
  version bigint NOT NULL
);
CREATE INDEX cases_by_time ON cases (written_at, id);
CREATE INDEX cases_by_business ON cases (business, written_at, id) WHERE business IS NOT NULL;
