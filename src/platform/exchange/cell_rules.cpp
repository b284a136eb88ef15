#include "platform/exchange/cell_rules.h"

#include <unordered_set>
#include <utility>

#include "core/text.h"

namespace xb::exchange {
namespace {

// The length of the blank character at the front or the back of `text`, 0 if there is none. What is
// blank is what core's is_blank says.
std::size_t blank_in_front(std::string_view text) {
  if (text.starts_with("\u3000")) return 3;
  return !text.empty() && is_blank(text.substr(0, 1)) ? 1 : 0;
}
std::size_t blank_at_the_back(std::string_view text) {
  if (text.ends_with("\u3000")) return 3;
  return !text.empty() && is_blank(text.substr(text.size() - 1)) ? 1 : 0;
}

std::string trimmed(std::string_view text) {
  while (const std::size_t length = blank_in_front(text)) text.remove_prefix(length);
  while (const std::size_t length = blank_at_the_back(text)) text.remove_suffix(length);
  return std::string{text};
}

}  // namespace

Result<std::vector<std::string>> checked_header(std::vector<std::string> cells) {
  if (cells.size() > columns_max) return refuse(Reason::invalid, "table.header", "header");
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = trimmed(cells[i]);
    const std::string& name = cells[i];
    const bool is_name = check_text(name, column_name_max, true).has_value();
    if (!is_name || !seen.insert(name).second)
      return refuse(Reason::invalid, "table.header", "header." + std::to_string(i + 1));
  }
  return cells;
}

std::optional<RowError> check_cell(std::string_view text, const std::string& column) {
  if (text.size() > cell_bytes_max) return RowError{"row.cell_too_large", column};
  if (!code_points(text)) return RowError{"field.encoding", column};
  if (has_control_character(text)) return RowError{"field.control_character", column};
  return {};
}

}  // namespace xb::exchange
