-- Tip-offs, and whom each is kept from: the reported, their units, those above them and their lines.
-- table tip_offs: domain
-- table tip_off_barriers: domain
CREATE TABLE tip_offs (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  is_anonymous bigint NOT NULL,
  summary text NOT NULL,
  wording text,
  reporter_name text,
  reporter_reach text,
  received_at bigint NOT NULL,
  registered_at bigint NOT NULL,
  due_at bigint,
  handling_unit_id bigint,
  handler_id bigint,
  finding text,
  decision text,
  decided_by_id bigint,
  decided_at bigint,
  told_at bigint,
  told_by text,
  told_proof text,
  closed_at bigint,
  version bigint NOT NULL
);
CREATE INDEX tip_offs_by_received ON tip_offs (received_at, id);
CREATE INDEX tip_offs_by_due ON tip_offs (due_at, id) WHERE due_at IS NOT NULL;
CREATE TABLE tip_off_barriers (
  id bigint PRIMARY KEY,
  tip_off_id bigint NOT NULL,
  person_id bigint,
  unit_id bigint
);
CREATE INDEX tip_off_barriers_by_tip_off ON tip_off_barriers (tip_off_id);
