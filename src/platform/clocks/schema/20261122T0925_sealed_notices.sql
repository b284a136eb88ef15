-- Notices of what is kept from whole lines of the bank stand in no common list.
ALTER TABLE clock_notices ADD COLUMN is_sealed bigint NOT NULL DEFAULT 0;
