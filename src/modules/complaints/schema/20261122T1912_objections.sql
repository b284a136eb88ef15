-- Consumers' objections to answers, on the desk of the unit above; and ratings that nobody of the
-- bank has entered.
-- table objections: domain
CREATE TABLE objections (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  number text NOT NULL,
  unit_id bigint,
  superior_id bigint,
  reason text NOT NULL,
  proof text NOT NULL,
  state text NOT NULL,
  made_at bigint NOT NULL,
  acknowledged_at bigint,
  acknowledged_by bigint,
  note text,
  version bigint NOT NULL
);
CREATE INDEX objections_by_complaint ON objections (complaint_id, id);
CREATE INDEX objections_by_time ON objections (made_at, id);
CREATE INDEX objections_by_superior ON objections (superior_id, made_at, id);
ALTER TABLE callbacks ADD COLUMN maker_id bigint;
UPDATE callbacks SET maker_id = made_by_id;
ALTER TABLE callbacks DROP COLUMN made_by_id;
ALTER TABLE callbacks RENAME COLUMN maker_id TO made_by_id;
