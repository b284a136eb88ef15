-- table units: domain
-- table people: domain
-- table sessions: operational
CREATE TABLE units (
  id bigint PRIMARY KEY,
  code text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  level text NOT NULL,
  branch_id bigint,
  sub_branch_id bigint,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX units_by_code ON units (code);
CREATE TABLE people (
  id bigint PRIMARY KEY,
  login text NOT NULL,
  name text NOT NULL,
  post text NOT NULL,
  unit_id bigint NOT NULL,
  password_hash text NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX people_by_login ON people (login);
CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  person_id bigint NOT NULL,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL
);
CREATE INDEX sessions_by_age ON sessions (created_at);
