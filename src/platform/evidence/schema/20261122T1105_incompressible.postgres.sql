-- Hashes and sealed bytes do not compress: trying costs each commit a part of its time.
ALTER TABLE evidence_entries ALTER COLUMN openings SET STORAGE EXTERNAL;
ALTER TABLE evidence_entries ALTER COLUMN sealed SET STORAGE EXTERNAL;
