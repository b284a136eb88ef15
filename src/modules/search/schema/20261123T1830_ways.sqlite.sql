-- Units are told by one token now: the index is made again from the log.
DELETE FROM search_documents;
INSERT INTO search_index (search_index) VALUES ('delete-all');
UPDATE followers SET next_place = 0 WHERE name = 'search';
