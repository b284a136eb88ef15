-- An offer above the authority of whoever makes it waits for an approval.
ALTER TABLE offers ADD COLUMN approval_id bigint;
