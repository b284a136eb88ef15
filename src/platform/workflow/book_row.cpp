#include "platform/workflow/book_row.h"

namespace xb::workflow {

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

Result<toml::table> parse_book(const RuleFile& file) {
  try {
    return toml::parse(file.text);
  } catch (const toml::parse_error& error) {
    return refuse(Reason::invalid, "rules.malformed",
                  file.name + ":" + std::to_string(error.source().begin.line));
  }
}

Result<void> read_conditions(Row& row, std::span<const std::string_view> known, Conditions& out) {
  const auto* when = TRY(row.table("when"));
  if (when == nullptr) return {};
  for (const auto& [key, node] : *when) {
    const std::string fact{key.str()};
    const std::string place = "when." + fact;
    if (std::find(known.begin(), known.end(), fact) == known.end())
      return row.wrong("rules.unknown_word", place);
    if (!node.is_array() || node.as_array()->empty()) return row.wrong("rules.malformed", place);
    for (const auto& value : *node.as_array()) {
      const auto text = value.value_exact<std::string>();
      if (!text || !check_text(*text, 200, true)) return row.wrong("rules.malformed", place);
      out[fact].push_back(*text);
    }
  }
  return {};
}

}  // namespace xb::workflow
