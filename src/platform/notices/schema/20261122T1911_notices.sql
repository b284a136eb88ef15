-- What is sent to people. Its text and number are sealed under the key of the case it is about; it
-- says nothing that the log does not.
-- table notices: operational
CREATE TABLE notices (
  id bigint PRIMARY KEY,
  key_id bigint NOT NULL,
  subject_id bigint NOT NULL,
  wording text NOT NULL,
  phone text NOT NULL,
  phone_index text,
  text text NOT NULL,
  state text NOT NULL,
  tries bigint NOT NULL,
  made_at bigint NOT NULL,
  try_at bigint,
  lapses_at bigint NOT NULL,
  sent_at bigint,
  version bigint NOT NULL
);
CREATE INDEX notices_to_send ON notices (try_at, id) WHERE state = 'waiting';
CREATE INDEX notices_by_age ON notices (made_at, id);
CREATE INDEX notices_by_phone ON notices (phone_index, id) WHERE state = 'shown';
CREATE INDEX notices_by_subject ON notices (subject_id, wording, made_at);
