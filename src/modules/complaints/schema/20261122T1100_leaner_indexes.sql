-- The bands of a case follow from its signature.
DROP INDEX text_bands_by_complaint;
-- A case that nobody handles yet has no place in it.
DROP INDEX complaints_by_handling_unit_due;
CREATE INDEX complaints_by_handling_unit_due ON complaints (handling_unit_id, due_at, id)
  WHERE handling_unit_id IS NOT NULL AND due_at IS NOT NULL;
