tl::unexpected<Refusal> bad(const char* code) { return refuse(Reason::invalid, code); }
auto a = refuse(Reason::invalid, "field.empty", "name");
auto b = refuse(Reason::missing, "letter.lost");
auto c = refuse(Reason::invalid, is_long ? "field.empty" : "letter.long");
auto d = bad("letter.torn");
auto e = RowError{"row.torn", "name"};
auto f = refuse(Reason::invalid, answer["code"]);
log(info, "letter.sent");
