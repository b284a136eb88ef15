-- Wrapped data keys: one for each person record and each case. Deleting one erases what it sealed.
-- table data_keys: domain
-- table key_fingerprints: operational
CREATE TABLE data_keys (
  id bigint PRIMARY KEY,
  wrapped text NOT NULL
);
CREATE TABLE key_fingerprints (
  name text PRIMARY KEY,
  fingerprint text NOT NULL
);
