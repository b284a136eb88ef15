-- Codes by short message, of which only a keyed hash is kept.
-- table portal_codes: operational
CREATE TABLE portal_codes (
  id bigint PRIMARY KEY,
  complaint_id bigint NOT NULL,
  act text NOT NULL,
  code_hash text NOT NULL,
  made_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  tries bigint NOT NULL,
  used_at bigint,
  version bigint NOT NULL
);
CREATE INDEX portal_codes_by_case ON portal_codes (complaint_id, id);
CREATE INDEX portal_codes_by_age ON portal_codes (made_at);
