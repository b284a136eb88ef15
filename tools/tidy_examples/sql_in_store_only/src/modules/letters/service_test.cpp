const char* text = "SELECT id FROM letters";
