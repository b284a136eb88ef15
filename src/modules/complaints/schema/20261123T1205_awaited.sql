-- For the work desk: who hears from the bank by when, and what was given to a unit and nobody has taken over.
CREATE INDEX complaints_by_next_contact ON complaints (next_contact_on, id)
  WHERE next_contact_on IS NOT NULL;
CREATE INDEX complaints_untaken ON complaints (handling_unit_id, received_at, id)
  WHERE state = 'assigned';
