-- Ids are handed out in blocks from this one row.
-- table id_blocks: operational
-- table schema_migrations: operational
CREATE TABLE id_blocks (
  id bigint PRIMARY KEY,
  next_id bigint NOT NULL
);
INSERT INTO id_blocks (id, next_id) VALUES (1, 1000);
