-- Triage, assignment, and who must not see a case. What is kept from somebody is counted when asked.
ALTER TABLE complaints ADD COLUMN tier text;
ALTER TABLE complaints ADD COLUMN urgency text;
ALTER TABLE complaints ADD COLUMN responsible_id bigint;
ALTER TABLE complaints ADD COLUMN handling_unit_id bigint;
ALTER TABLE complaints ADD COLUMN handler_id bigint;
ALTER TABLE complaints ADD COLUMN accused_id bigint;
ALTER TABLE complaints ADD COLUMN shut_unit_id bigint;
CREATE INDEX complaints_by_handling_unit ON complaints (handling_unit_id, received_at, id)
  WHERE handling_unit_id IS NOT NULL;
CREATE INDEX complaints_by_handler ON complaints (handler_id, received_at, id)
  WHERE handler_id IS NOT NULL;
CREATE INDEX complaints_by_accused ON complaints (accused_id) WHERE accused_id IS NOT NULL;
-- table routing_rules: domain
CREATE TABLE routing_rules (
  id bigint PRIMARY KEY,
  position bigint NOT NULL,
  source text,
  intake_channel text,
  business_channel text,
  business text,
  cause text,
  tier text,
  destination text NOT NULL,
  unit_id bigint
);
