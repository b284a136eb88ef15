// The parts of an XLSX file that its first worksheet needs to be understood: where it is, the
// strings that it refers to, and which cell styles mean a date.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "platform/exchange/package.h"
#include "platform/exchange/sheet_values.h"

namespace xb::exchange {

// One text and the end of each string in it, because a file may have millions of short ones.
class SharedStrings {
 public:
  void add(std::string_view string);
  std::optional<std::string_view> at(std::size_t index) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;  // package_bytes_max fits
};

struct Workbook {
  std::string sheet;  // the part of the first worksheet
  SharedStrings strings;
  std::vector<bool> date_styles;  // by style of a cell
  DateSystem dates = DateSystem::from_1900;
};

// Refuses with table.malformed or table.xml_dtd.
Result<Workbook> read_workbook(const Package& package);

}  // namespace xb::exchange
