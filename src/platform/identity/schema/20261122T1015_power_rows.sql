-- Sessions, rulings and the second half of a reset are authenticated; a session without a MAC is none.
DELETE FROM sessions;
ALTER TABLE sessions ADD COLUMN mac text NOT NULL DEFAULT '';
ALTER TABLE substitutes ADD COLUMN level text NOT NULL DEFAULT 'bank';
ALTER TABLE substitutes ADD COLUMN scope_unit_id bigint;
ALTER TABLE resets ADD COLUMN asked_on_behalf_of_id bigint;
ALTER TABLE resets ADD COLUMN code_hash text NOT NULL DEFAULT '';
ALTER TABLE resets ADD COLUMN used_at bigint;
ALTER TABLE place_changes ADD COLUMN successor_id bigint;
CREATE INDEX break_glasses_by_person ON break_glasses (person_id, begun_at);
