-- table complaint_presence: operational
CREATE TABLE complaint_presence (
  complaint_id bigint NOT NULL,
  person_id bigint NOT NULL,
  doing text NOT NULL,
  seen_at bigint NOT NULL,
  PRIMARY KEY (complaint_id, person_id)
);
CREATE INDEX complaint_presence_by_age ON complaint_presence (seen_at);
