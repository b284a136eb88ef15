-- Clocks become one table for whatever has limits, with the steps they went through. A clock of before has no
-- steps: it was started by the first version of `decide`, and maybe stopped; it is looked at five days before it
-- is due, at eight in the morning.
-- table clock_notices: domain
-- table calendar_years: domain
DROP INDEX clocks_by_complaint;
ALTER TABLE clocks RENAME COLUMN complaint_id TO subject_id;
ALTER TABLE clocks ADD COLUMN subject_kind text NOT NULL DEFAULT 'complaint';
ALTER TABLE clocks ADD COLUMN rule text NOT NULL DEFAULT 'decide';
ALTER TABLE clocks ADD COLUMN rule_version bigint NOT NULL DEFAULT 1;
ALTER TABLE clocks ADD COLUMN steps text NOT NULL DEFAULT '';
ALTER TABLE clocks ADD COLUMN calendar bigint;
ALTER TABLE clocks ADD COLUMN look_at bigint;
ALTER TABLE clocks ADD COLUMN rests bigint NOT NULL DEFAULT 0;
ALTER TABLE clocks ADD COLUMN version bigint NOT NULL DEFAULT 1;
UPDATE clocks SET look_at = due_at - 489600000 WHERE stopped_at IS NULL;
CREATE INDEX clocks_by_subject ON clocks (subject_id);
CREATE INDEX clocks_by_look ON clocks (look_at, id) WHERE look_at IS NOT NULL;
CREATE INDEX clocks_by_calendar ON clocks (calendar, id)
  WHERE calendar IS NOT NULL AND stopped_at IS NULL;
CREATE TABLE clock_notices (
  id bigint PRIMARY KEY,
  clock_id bigint NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  subject_number text NOT NULL,
  key_id bigint NOT NULL,
  span text NOT NULL,
  kind text NOT NULL,
  rung text NOT NULL,
  before bigint NOT NULL,
  due_at bigint NOT NULL,
  sent_at bigint NOT NULL,
  acknowledged_at bigint,
  acknowledged_by bigint,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  handling_unit_id bigint,
  accused_id bigint,
  shut_unit_id bigint,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX clock_notices_once ON clock_notices (clock_id, due_at, kind, before, rung);
CREATE INDEX clock_notices_by_subject ON clock_notices (subject_id);
CREATE INDEX clock_notices_by_sent ON clock_notices (sent_at, id);
CREATE INDEX clock_notices_open ON clock_notices (sent_at, id) WHERE acknowledged_at IS NULL;
CREATE INDEX clock_notices_by_branch ON clock_notices (branch_id, sent_at, id)
  WHERE branch_id IS NOT NULL;
CREATE INDEX clock_notices_by_sub_branch ON clock_notices (sub_branch_id, sent_at, id)
  WHERE sub_branch_id IS NOT NULL;
CREATE INDEX clock_notices_by_outlet ON clock_notices (outlet_id, sent_at, id)
  WHERE outlet_id IS NOT NULL;
CREATE TABLE calendar_years (
  id bigint PRIMARY KEY,
  year bigint NOT NULL,
  source text NOT NULL,
  days text NOT NULL,
  imported_at bigint NOT NULL
);
