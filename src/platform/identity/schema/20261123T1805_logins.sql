CREATE INDEX people_by_folded_login ON people (lower(login));
