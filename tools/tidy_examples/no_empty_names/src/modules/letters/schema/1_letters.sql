-- A common table.
CREATE TABLE letters (
  misc text
);
