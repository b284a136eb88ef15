-- What waits for somebody's word, and in whose hands it is. `input` is sealed under the key of the subject;
-- seats are those of the step that waits, or waited last.
-- table approvals: domain
-- table approval_seats: domain
CREATE TABLE approvals (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  subject_number text NOT NULL,
  matter text NOT NULL,
  rule text NOT NULL,
  rule_version bigint NOT NULL,
  input text NOT NULL,
  steps text NOT NULL,
  state text NOT NULL,
  asked_by_id bigint NOT NULL,
  asked_for_id bigint,
  asked_at bigint NOT NULL,
  settled_at bigint,
  reason text,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  handling_unit_id bigint,
  handler_id bigint,
  accused_id bigint,
  shut_unit_id bigint,
  mac text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX approvals_by_subject ON approvals (subject_id);
CREATE INDEX approvals_by_asked ON approvals (asked_at, id);
CREATE INDEX approvals_waiting ON approvals (asked_at, id) WHERE state = 'waiting';
CREATE TABLE approval_seats (
  id bigint PRIMARY KEY,
  approval_id bigint NOT NULL,
  unit_id bigint NOT NULL,
  chair text NOT NULL
);
CREATE INDEX approval_seats_by_approval ON approval_seats (approval_id);
CREATE INDEX approval_seats_by_unit ON approval_seats (unit_id, chair);
