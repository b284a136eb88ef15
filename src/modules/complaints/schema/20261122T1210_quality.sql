-- What speaks against classifications, and whether a second person agrees with them.
-- table complaint_doubts: operational
CREATE TABLE complaint_doubts (
  id bigint PRIMARY KEY,
  complaint_id bigint NOT NULL,
  complaint_number text NOT NULL,
  doubt text NOT NULL,
  received_at bigint NOT NULL
);
CREATE INDEX complaint_doubts_by_complaint ON complaint_doubts (complaint_id);
CREATE INDEX complaint_doubts_by_received ON complaint_doubts (received_at, id);
CREATE INDEX complaint_doubts_by_doubt ON complaint_doubts (doubt, received_at, id);
-- table class_checks: domain
CREATE TABLE class_checks (
  id bigint PRIMARY KEY,
  complaint_id bigint NOT NULL,
  complaint_number text NOT NULL,
  state text NOT NULL,
  drawn_by text NOT NULL,
  drawn_at bigint NOT NULL,
  changed text NOT NULL,
  checked_by_id bigint,
  checked_at bigint,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX class_checks_by_complaint ON class_checks (complaint_id);
CREATE INDEX class_checks_due ON class_checks (drawn_at, id) WHERE state = 'due';
CREATE INDEX class_checks_by_drawn ON class_checks (drawn_at, id);
