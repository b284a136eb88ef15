-- What somebody's password was, by its hash, so that it does not come again.
-- table former_passwords: operational
CREATE TABLE former_passwords (
  id bigint PRIMARY KEY,
  person_id bigint NOT NULL,
  password_hash text NOT NULL,
  changed_at bigint NOT NULL
);
CREATE INDEX former_passwords_by_person ON former_passwords (person_id, changed_at);
