-- table letters: domain
CREATE TABLE letters (
  id bigint PRIMARY KEY
);
