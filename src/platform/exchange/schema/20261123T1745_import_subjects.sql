CREATE INDEX import_rows_by_subject ON import_rows (subject_id);
