-- From the decision to the archive.
ALTER TABLE complaints ADD COLUMN decided_at bigint;
ALTER TABLE complaints ADD COLUMN answered_at bigint;
ALTER TABLE complaints ADD COLUMN closed_by_id bigint;
ALTER TABLE complaints ADD COLUMN sample_check text NOT NULL DEFAULT 'none';
ALTER TABLE complaints ADD COLUMN archived_on text;
ALTER TABLE complaints ADD COLUMN joined_into_id bigint;
CREATE INDEX complaints_by_joined ON complaints (joined_into_id) WHERE joined_into_id IS NOT NULL;
CREATE INDEX complaints_by_sample ON complaints (closed_at, id) WHERE sample_check = 'due';
-- table proposals: domain
CREATE TABLE proposals (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  state text NOT NULL,
  outcome text NOT NULL,
  amount_fen bigint NOT NULL,
  findings text NOT NULL,
  decision text NOT NULL,
  grounds text NOT NULL,
  remedies text NOT NULL,
  proposed_by_id bigint NOT NULL,
  proposed_at bigint NOT NULL,
  approval_id bigint,
  letter_number text,
  decided_at bigint,
  version bigint NOT NULL
);
CREATE INDEX proposals_by_complaint ON proposals (complaint_id, id);
-- table answers: domain
CREATE TABLE answers (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  given_on text NOT NULL,
  means text NOT NULL,
  proof text NOT NULL,
  reached text NOT NULL,
  note text,
  answered_by_id bigint NOT NULL,
  answered_at bigint NOT NULL
);
CREATE INDEX answers_by_complaint ON answers (complaint_id, id);
-- table fulfilments: domain
CREATE TABLE fulfilments (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  complaint_number text NOT NULL,
  kind text NOT NULL,
  content text NOT NULL,
  amount_fen bigint,
  due_on text NOT NULL,
  due_at bigint NOT NULL,
  unit_id bigint,
  promised_by_id bigint NOT NULL,
  promised_at bigint NOT NULL,
  state text NOT NULL,
  done_on text,
  proof text,
  outcome_note text,
  ended_at bigint,
  ended_by_id bigint,
  version bigint NOT NULL
);
CREATE INDEX fulfilments_by_complaint ON fulfilments (complaint_id, id);
CREATE INDEX fulfilments_open ON fulfilments (due_at, id) WHERE state = 'open';
CREATE INDEX fulfilments_by_promise ON fulfilments (promised_at, id);
-- table responsibility_findings: domain
CREATE TABLE responsibility_findings (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  state text NOT NULL,
  finding text NOT NULL,
  unit_id bigint,
  person_id bigint,
  grounds text NOT NULL,
  found_by_id bigint NOT NULL,
  found_at bigint NOT NULL,
  objection_until text NOT NULL,
  objection text,
  objected_by_id bigint,
  objected_at bigint,
  review text,
  reviewed_by_id bigint,
  reviewed_at bigint,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX responsibility_findings_by_complaint ON responsibility_findings (complaint_id);
-- table root_causes: domain
CREATE TABLE root_causes (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  cause text NOT NULL,
  unit_id bigint,
  analysis text NOT NULL,
  measures text,
  named_by_id bigint NOT NULL,
  named_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX root_causes_by_complaint ON root_causes (complaint_id);
-- table callbacks: domain
CREATE TABLE callbacks (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  complaint_id bigint NOT NULL,
  means text NOT NULL,
  reached text NOT NULL,
  result_score bigint,
  process_score bigint,
  attitude_score bigint,
  note text,
  made_by_id bigint NOT NULL,
  made_at bigint NOT NULL
);
CREATE INDEX callbacks_by_complaint ON callbacks (complaint_id, id);
-- table archive_files: domain
CREATE TABLE archive_files (
  id bigint PRIMARY KEY,
  complaint_id bigint NOT NULL,
  complaint_number text NOT NULL,
  archive_number text NOT NULL,
  year bigint NOT NULL,
  retention_years bigint NOT NULL,
  keep_until text NOT NULL,
  fonds text NOT NULL,
  location text,
  pieces bigint NOT NULL,
  archived_by_id bigint NOT NULL,
  archived_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX archive_files_by_complaint ON archive_files (complaint_id);
CREATE UNIQUE INDEX archive_files_by_number ON archive_files (archive_number);
CREATE INDEX archive_files_by_day ON archive_files (archived_at, id);
-- table serials: operational
CREATE TABLE serials (
  name text NOT NULL,
  year bigint NOT NULL,
  last bigint NOT NULL,
  PRIMARY KEY (name, year)
);
-- table text_signatures: operational
CREATE TABLE text_signatures (
  complaint_id bigint PRIMARY KEY,
  signature text NOT NULL,
  group_id bigint
);
CREATE INDEX text_signatures_by_group ON text_signatures (group_id) WHERE group_id IS NOT NULL;
-- table text_bands: operational
CREATE TABLE text_bands (
  band bigint NOT NULL,
  complaint_id bigint NOT NULL,
  PRIMARY KEY (band, complaint_id)
);
CREATE INDEX text_bands_by_complaint ON text_bands (complaint_id);
