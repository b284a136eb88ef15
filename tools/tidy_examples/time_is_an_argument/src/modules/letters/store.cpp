const char* text = "UPDATE letters SET read_at = CURRENT_TIMESTAMP";
