-- A table of texts.
-- DROP TABLE texts;
CREATE TABLE texts (
  id bigint PRIMARY KEY,
  -- name text NOT NULL,
  body text
);
