const char* text = "CREATE TABLE schema_migrations (stamp text)";
