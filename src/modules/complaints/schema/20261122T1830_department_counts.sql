-- How many cases of each state a unit has in hand is read from this alone.
CREATE INDEX complaints_counted_by_unit ON complaints
    (handling_unit_id, kind, state, accused_id, shut_unit_id) WHERE handling_unit_id IS NOT NULL;
