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

// Of a part, unpacked. What a side part says is kept in pieces that take some ten times its size.
inline constexpr std::uint64_t side_part_bytes_max = 10 * 1024 * 1024;  // all but those below
inline constexpr std::uint64_t strings_bytes_max = 100 * 1024 * 1024;   // shared strings

struct Workbook {
  std::string sheet;  // the part of the first worksheet
  SharedStrings strings;
  std::vector<bool> date_styles;  // by style of a cell
  DateSystem dates = DateSystem::from_1900;
};

// Refuses with table.malformed, table.too_large or table.xml_dtd.
Result<Workbook> read_workbook(const Package& package);

}  // namespace xb::exchange
