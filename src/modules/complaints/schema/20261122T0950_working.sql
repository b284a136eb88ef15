-- Working a case until there is a decision. What is asked of a unit carries the place of its case and whom it is
-- kept from, so that it is listed across cases by whoever may see it.
ALTER TABLE complaints ADD COLUMN next_contact_on text;
ALTER TABLE complaints ADD COLUMN raised_to_id bigint;
ALTER TABLE complaints ADD COLUMN leader_id bigint;
-- table contacts: domain
CREATE TABLE contacts (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  direction text NOT NULL,
  means text NOT NULL,
  outcome text NOT NULL,
  begun_at bigint NOT NULL,
  ended_at bigint,
  identity_check text,
  recording text,
  said text,
  next_contact_on text,
  recorded_at bigint NOT NULL,
  recorded_by bigint,
  version bigint NOT NULL
);
CREATE INDEX contacts_by_complaint ON contacts (complaint_id, begun_at, id);
-- table supplement_requests: domain
CREATE TABLE supplement_requests (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  materials text NOT NULL,
  question text NOT NULL,
  again_reason text,
  until_on text,
  asked_at bigint NOT NULL,
  asked_by bigint,
  settled_at bigint,
  version bigint NOT NULL
);
CREATE INDEX supplement_requests_by_complaint ON supplement_requests (complaint_id, id);
-- table supplements: domain
CREATE TABLE supplements (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  request_id bigint,
  materials text NOT NULL,
  note text,
  received_at bigint NOT NULL,
  recorded_by bigint,
  version bigint NOT NULL
);
CREATE INDEX supplements_by_complaint ON supplements (complaint_id, id);
-- table tasks: domain
CREATE TABLE tasks (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  complaint_number text NOT NULL,
  state text NOT NULL,
  question text NOT NULL,
  dispatched_at bigint NOT NULL,
  dispatched_by bigint,
  from_unit_id bigint,
  handling_unit_id bigint NOT NULL,
  handler_id bigint,
  due_on text NOT NULL,
  due_at bigint NOT NULL,
  answer text,
  ground text,
  proposed_unit_id bigint,
  ended_at bigint,
  ended_by bigint,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  accused_id bigint,
  shut_unit_id bigint,
  version bigint NOT NULL
);
CREATE INDEX tasks_by_complaint ON tasks (complaint_id, id);
CREATE INDEX tasks_by_due ON tasks (due_at, id) WHERE ended_at IS NULL;
CREATE INDEX tasks_by_unit_due ON tasks (handling_unit_id, due_at, id) WHERE ended_at IS NULL;
CREATE INDEX tasks_by_branch_due ON tasks (branch_id, due_at, id) WHERE ended_at IS NULL;
CREATE INDEX tasks_by_dispatched ON tasks (dispatched_at, id);
CREATE INDEX tasks_by_unit_dispatched ON tasks (handling_unit_id, dispatched_at, id);
-- table offers: domain
CREATE TABLE offers (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  round bigint NOT NULL,
  state text NOT NULL,
  amount_fen bigint NOT NULL,
  demand_fen bigint,
  terms text NOT NULL,
  until_on text,
  offered_at bigint NOT NULL,
  offered_by bigint,
  said text,
  settled_at bigint,
  settled_by bigint,
  version bigint NOT NULL
);
CREATE INDEX offers_by_complaint ON offers (complaint_id, id);
-- table supervisions: domain
CREATE TABLE supervisions (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  complaint_number text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  task_id bigint,
  handling_unit_id bigint NOT NULL,
  letter_no text,
  demand text,
  chases bigint NOT NULL,
  hand_backs bigint NOT NULL,
  sent_at bigint NOT NULL,
  sent_by bigint,
  from_unit_id bigint,
  due_on text NOT NULL,
  due_at bigint NOT NULL,
  answer text,
  ended_at bigint,
  ended_by bigint,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  accused_id bigint,
  shut_unit_id bigint,
  version bigint NOT NULL
);
CREATE INDEX supervisions_by_complaint ON supervisions (complaint_id, id);
CREATE INDEX supervisions_by_due ON supervisions (due_at, id) WHERE ended_at IS NULL;
CREATE INDEX supervisions_by_unit_due ON supervisions (handling_unit_id, due_at, id) WHERE ended_at IS NULL;
CREATE INDEX supervisions_by_branch_due ON supervisions (branch_id, due_at, id) WHERE ended_at IS NULL;
CREATE INDEX supervisions_by_sent ON supervisions (sent_at, id);
CREATE INDEX supervisions_by_unit_sent ON supervisions (handling_unit_id, sent_at, id);
