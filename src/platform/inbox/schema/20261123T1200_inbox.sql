-- What one person, or else whoever works in a unit, is told; gone when he has seen it.
-- table inbox: operational
CREATE TABLE inbox (
  id bigint PRIMARY KEY,
  person_id bigint,
  unit_id bigint,
  kind text NOT NULL,
  matter text NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  subject_number text NOT NULL,
  approval_id bigint,
  accused_id bigint,
  shut_unit_id bigint,
  told_at bigint NOT NULL
);
CREATE INDEX inbox_by_person ON inbox (person_id, told_at, id) WHERE person_id IS NOT NULL;
CREATE INDEX inbox_by_unit ON inbox (unit_id, told_at, id) WHERE unit_id IS NOT NULL;
CREATE INDEX inbox_by_subject ON inbox (subject_id);
