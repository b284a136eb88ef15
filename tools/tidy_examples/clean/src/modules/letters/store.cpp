const char* text = "SELECT id FROM letters ORDER BY id";
