const char* first = "INSERT OR ROLLBACK INTO letters (id) VALUES (?)";
const char* second = "INSERT INTO letters (id) VALUES (?) ON CONFLICT DO NOTHING";
