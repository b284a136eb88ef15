ALTER TABLE import_batches ADD COLUMN broken_by text;
