-- Without the places of tokens, and newest first: the index is made again from the log.
DROP TABLE search_index;
CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', detail='none', tokenize='ascii');
DELETE FROM search_documents;
UPDATE followers SET next_place = 0 WHERE name = 'search';
