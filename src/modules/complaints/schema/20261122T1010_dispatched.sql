-- A unit sees what was dispatched to it in every list that it has, and counts what belongs elsewhere.
CREATE INDEX complaints_by_handling_unit_due ON complaints (handling_unit_id, due_at, id)
  WHERE due_at IS NOT NULL;
CREATE INDEX complaints_from_elsewhere ON complaints (handling_unit_id, state)
  WHERE accused_id IS NULL AND handling_unit_id <> COALESCE(branch_id, 0)
    AND handling_unit_id <> COALESCE(sub_branch_id, 0)
    AND handling_unit_id <> COALESCE(outlet_id, 0);
