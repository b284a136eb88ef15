-- What is in hand and has no date is few, whatever is over; the words are those of in_hand().
-- Without statistics SQLite would go by the state, and so through all that is open, were no column of the index asked for.
CREATE INDEX complaints_undated ON complaints (kind, id)
  WHERE due_at IS NULL AND state IN
    ('registered', 'accepted', 'assigned', 'handling', 'proposed', 'decided', 'answered');
