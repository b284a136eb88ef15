-- Which rule book running clocks were last looked through with; notices by the unit that handles their subject.
-- table clock_book_reviews: operational
CREATE TABLE clock_book_reviews (
  id bigint PRIMARY KEY,
  digest text NOT NULL,
  last_clock bigint NOT NULL
);
CREATE INDEX clocks_by_rule ON clocks (rule, rule_version, id) WHERE stopped_at IS NULL;
CREATE INDEX clock_notices_by_handling_unit ON clock_notices (handling_unit_id, sent_at, id)
  WHERE handling_unit_id IS NOT NULL;
