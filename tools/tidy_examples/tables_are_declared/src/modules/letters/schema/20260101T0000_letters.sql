-- table letters: domain
-- table stamps: precious
-- table visits: operational
-- table schema_migrations: operational
CREATE TABLE letters (
  id bigint PRIMARY KEY
);
CREATE TABLE stamps (
  id bigint PRIMARY KEY
);
-- CREATE TABLE drafts would be one.
CREATE TABLE envelopes (
  id bigint PRIMARY KEY
);
