-- An entry's MAC covers subject and n, which are unique: a copied leaf cannot pass, and random keys
-- cost each commit a page of their own.
DROP INDEX evidence_entries_by_leaf;
