-- table unit_periods: domain
-- table jurisdictions: domain
-- table appointments: domain
-- table grants: domain
-- table substitutes: domain
-- table credentials: operational
-- table resets: domain
-- table break_glasses: domain
-- table place_changes: operational
-- table sign_in_attempts: operational
ALTER TABLE units ADD COLUMN kind text NOT NULL DEFAULT 'outlet';
ALTER TABLE units ADD COLUMN parent_id bigint;
ALTER TABLE units ADD COLUMN line text NOT NULL DEFAULT '';
ALTER TABLE units ADD COLUMN opened_on text NOT NULL DEFAULT '2000-01-01';
ALTER TABLE units ADD COLUMN closed_on text;
UPDATE units SET kind = CASE level WHEN 'bank' THEN 'head_office' ELSE level END;
UPDATE units SET parent_id = COALESCE(sub_branch_id, branch_id,
  (SELECT head.id FROM units AS head WHERE head.level = 'bank')) WHERE level <> 'bank';
CREATE INDEX units_by_parent ON units (parent_id, code) WHERE parent_id IS NOT NULL;
CREATE INDEX units_by_branch ON units (branch_id, code) WHERE branch_id IS NOT NULL;
CREATE INDEX units_by_sub_branch ON units (sub_branch_id, code) WHERE sub_branch_id IS NOT NULL;
CREATE TABLE unit_periods (
  id bigint PRIMARY KEY,
  unit_id bigint NOT NULL,
  since_on text NOT NULL,
  until_on text,
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  line text NOT NULL,
  level text NOT NULL,
  parent_id bigint,
  branch_id bigint,
  sub_branch_id bigint,
  reason text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX unit_periods_by_unit ON unit_periods (unit_id, since_on);
INSERT INTO unit_periods (id, unit_id, since_on, code, name, name_en, line, level, parent_id,
  branch_id, sub_branch_id, reason, version)
  SELECT id, id, opened_on, code, name, name_en, line, level, parent_id, branch_id, sub_branch_id,
    '', 1 FROM units;
CREATE TABLE jurisdictions (
  id bigint PRIMARY KEY,
  unit_id bigint NOT NULL,
  over_id bigint NOT NULL,
  matter text NOT NULL,
  since_on text NOT NULL,
  until_on text,
  version bigint NOT NULL
);
CREATE INDEX jurisdictions_by_unit ON jurisdictions (unit_id);
CREATE INDEX jurisdictions_by_over ON jurisdictions (over_id);
CREATE TABLE place_changes (
  id bigint PRIMARY KEY,
  unit_id bigint NOT NULL,
  branch_id bigint,
  sub_branch_id bigint,
  outlet_id bigint,
  actor_id bigint,
  made_at bigint NOT NULL
);
ALTER TABLE people ADD COLUMN key_id bigint;
ALTER TABLE people ADD COLUMN staff_no text NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN identity_number text;
ALTER TABLE people ADD COLUMN identity_number_index text;
ALTER TABLE people ADD COLUMN status text NOT NULL DEFAULT 'active';
ALTER TABLE people ADD COLUMN left_on text;
UPDATE people SET staff_no = login;
ALTER TABLE people DROP COLUMN post;
ALTER TABLE people DROP COLUMN unit_id;
ALTER TABLE people DROP COLUMN password_hash;
CREATE UNIQUE INDEX people_by_staff_no ON people (staff_no);
CREATE UNIQUE INDEX people_by_identity_number ON people (identity_number_index)
  WHERE identity_number_index IS NOT NULL;
CREATE INDEX people_by_name ON people (name, id);
CREATE INDEX people_by_status ON people (status, id);
CREATE TABLE appointments (
  id bigint PRIMARY KEY,
  person_id bigint NOT NULL,
  post text NOT NULL,
  unit_id bigint NOT NULL,
  kind text NOT NULL,
  duty text NOT NULL,
  since_on text NOT NULL,
  until_on text,
  has_grants bigint NOT NULL,
  given_by_id bigint,
  mac text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX appointments_by_person ON appointments (person_id, since_on);
CREATE INDEX appointments_by_unit ON appointments (unit_id, duty, since_on);
CREATE TABLE grants (
  id bigint PRIMARY KEY,
  appointment_id bigint NOT NULL,
  permission text NOT NULL,
  reach text NOT NULL,
  sensitivity text NOT NULL,
  since_on text NOT NULL,
  until_on text NOT NULL,
  given_by_id bigint,
  mac text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX grants_by_appointment ON grants (appointment_id);
CREATE TABLE substitutes (
  id bigint PRIMARY KEY,
  absent_id bigint NOT NULL,
  substitute_id bigint NOT NULL,
  since_on text NOT NULL,
  until_on text NOT NULL,
  named_by_id bigint,
  mac text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX substitutes_by_absent ON substitutes (absent_id, until_on);
CREATE INDEX substitutes_by_substitute ON substitutes (substitute_id, until_on);
CREATE TABLE credentials (
  id bigint PRIMARY KEY,
  password_hash text NOT NULL,
  is_first bigint NOT NULL,
  changed_at bigint NOT NULL,
  totp_secret text,
  is_totp_confirmed bigint NOT NULL,
  totp_step bigint NOT NULL,
  mac text NOT NULL,
  version bigint NOT NULL
);
CREATE TABLE resets (
  id bigint PRIMARY KEY,
  person_id bigint NOT NULL,
  asked_by_id bigint,
  approved_by_id bigint,
  state text NOT NULL,
  token_hash text,
  asked_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  mac text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX resets_by_person ON resets (person_id, asked_at);
CREATE UNIQUE INDEX resets_by_token ON resets (token_hash) WHERE token_hash IS NOT NULL;
CREATE INDEX resets_by_state ON resets (state, asked_at);
CREATE TABLE break_glasses (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  person_id bigint NOT NULL,
  appointment_id bigint NOT NULL,
  reason text NOT NULL,
  begun_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  fields bigint NOT NULL,
  rule_before_at bigint NOT NULL,
  ruling text,
  ruled_by_id bigint,
  ruled_at bigint,
  mac text NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX break_glasses_by_begin ON break_glasses (begun_at, id);
CREATE TABLE sign_in_attempts (
  source text PRIMARY KEY,
  failures bigint NOT NULL,
  last_at bigint NOT NULL
);
CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts (last_at);
DELETE FROM sessions;
ALTER TABLE sessions ADD COLUMN id bigint NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN appointment_id bigint;
ALTER TABLE sessions ADD COLUMN authenticated_at bigint NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN due text NOT NULL DEFAULT 'nothing';
ALTER TABLE sessions ADD COLUMN remote text NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN device text NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN glass_id bigint;
CREATE UNIQUE INDEX sessions_by_id ON sessions (id);
CREATE INDEX sessions_by_person ON sessions (person_id);
