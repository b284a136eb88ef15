const char* old = "field.old";
