// SELECT in a comment is none.
const char* method = "DELETE";
const char* text = "DELETE FROM letters";
const char* rest = R"(WHERE id = ?)";
