-- Who signed in, and who tried. Failures of an hour from one address are one row.
-- table sign_ins: operational
CREATE TABLE sign_ins (
  id bigint PRIMARY KEY,
  slot text NOT NULL,
  kind text NOT NULL,
  person_id bigint,
  remote text NOT NULL,
  device text NOT NULL,
  amount bigint NOT NULL,
  first_at bigint NOT NULL,
  last_at bigint NOT NULL
);
CREATE UNIQUE INDEX sign_ins_by_slot ON sign_ins (slot);
CREATE INDEX sign_ins_by_begin ON sign_ins (kind, first_at);
CREATE INDEX sign_ins_by_last ON sign_ins (last_at, id);
CREATE INDEX sign_ins_by_person ON sign_ins (person_id, last_at, id) WHERE person_id IS NOT NULL;
