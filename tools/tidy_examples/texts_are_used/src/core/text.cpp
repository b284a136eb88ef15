auto a = refuse(Reason::invalid, "field.empty");
auto b = route("letters.send");
auto c = prefixed("stamps.", "list");
// field.old
