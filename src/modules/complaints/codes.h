// Several codes of one taxonomy in one column.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_struct.h"
#include "platform/storage/cell.h"

namespace xb::complaints {

// A list in JSON; in a column `,a,b,`, so that one can be looked for, or NULL for none.
struct Codes {
  static constexpr std::size_t max = 20;
  std::vector<std::string> items;

  bool has(std::string_view code) const {
    return std::find(items.begin(), items.end(), code) != items.end();
  }
  bool operator==(const Codes&) const = default;
};

}  // namespace xb::complaints

namespace xb {

template <>
struct Json<complaints::Codes> {
  static Result<complaints::Codes> read(const boost::json::value& json) {
    const auto texts = TRY((Json<std::vector<Text<200, Presence::required>>>::read(json)));
    if (texts.size() > complaints::Codes::max) return refuse(Reason::invalid, "field.too_many");
    complaints::Codes out;
    for (const auto& text : texts) out.items.push_back(text.str());
    return out;
  }
  static void write(std::string& out, const complaints::Codes& codes) {
    Json<std::vector<std::string>>::write(out, codes.items);
  }
  static boost::json::value schema(Schemas& parts) {
    boost::json::value out = Json<std::vector<Text<200, Presence::required>>>::schema(parts);
    out.as_object()["maxItems"] = complaints::Codes::max;
    return out;
  }
};

template <>
struct storage::Column<complaints::Codes> {
  static constexpr CellType type = CellType::text;
  static Cell to(const complaints::Codes& codes) {
    if (codes.items.empty()) return {};
    std::string text = ",";
    for (const std::string& code : codes.items) text += code + ",";
    return text;
  }
  static complaints::Codes from(Cell&& cell) {
    complaints::Codes out;
    if (std::holds_alternative<std::monostate>(cell)) return out;
    const std::string text = cells::text(std::move(cell));
    for (std::size_t at = 1; at < text.size();) {
      const std::size_t end = std::min(text.find(',', at), text.size());
      out.items.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return out;
  }
};

}  // namespace xb
