-- No trigger, nothing DEFERRABLE.
CREATE TABLE letters (
  id bigint PRIMARY KEY,
  sender_id bigint REFERENCES people (id) DEFERRABLE
);
CREATE TRIGGER letters_seen AFTER INSERT ON letters
BEGIN
  SELECT 1;
END;
