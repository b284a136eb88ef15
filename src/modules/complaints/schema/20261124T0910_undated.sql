-- What is in hand and has no date comes after all that has one; the words are those of in_hand() and of the list.
-- Nothing in hand is closed: asked for as a value, so that no database goes by the state, and so through all that is open.
DROP INDEX complaints_undated;
CREATE INDEX complaints_undated ON complaints (closed_at, received_at, id)
  WHERE due_at IS NULL AND state IN
    ('registered', 'accepted', 'assigned', 'handling', 'proposed', 'decided', 'answered');
CREATE INDEX complaints_due_by_state ON complaints (state, due_at, id) WHERE due_at IS NOT NULL;
