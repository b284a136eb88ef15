-- Who handles the subject of a notice: he is its owner. Those sent before know none.
ALTER TABLE clock_notices ADD COLUMN handler_id bigint;
