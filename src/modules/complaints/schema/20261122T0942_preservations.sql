-- Evidence that somebody was asked to keep, and the first instant it is gone. Place and who must not see it
-- are those of the case, so that lists need no join.
-- table preservations: domain
CREATE TABLE preservations (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  complaint_number text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  what text NOT NULL,
  place text,
  keeper text NOT NULL,
  recorded_on text NOT NULL,
  gone_at bigint NOT NULL,
  requested_by bigint,
  requested_at bigint NOT NULL,
  settled_by bigint,
  settled_at bigint,
  attachment_id bigint,
  note text,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  handling_unit_id bigint,
  accused_id bigint,
  shut_unit_id bigint,
  version bigint NOT NULL
);
CREATE INDEX preservations_by_complaint ON preservations (complaint_id, requested_at, id);
CREATE INDEX preservations_by_request ON preservations (requested_at, id);
CREATE INDEX preservations_open ON preservations (gone_at, id) WHERE state = 'requested';
CREATE INDEX preservations_open_by_branch ON preservations (branch_id, gone_at, id)
  WHERE state = 'requested';
CREATE INDEX preservations_open_by_sub_branch ON preservations (sub_branch_id, gone_at, id)
  WHERE state = 'requested';
CREATE INDEX preservations_open_by_outlet ON preservations (outlet_id, gone_at, id)
  WHERE state = 'requested';
