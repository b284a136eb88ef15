-- table letters: domain
CREATE TABLE letters (
  id bigint PRIMARY KEY,
  title varchar(20) NOT NULL,
  weight double precision,
  sent_at text,
  due_on bigint,
  price_fen bigint,
  is_read boolean,
  UNIQUE (title, sent_at)
);
CREATE INDEX letters_by_title ON letters (title)
  WHERE title IS NOT NULL;
