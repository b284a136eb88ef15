// Tables from outside, row by row, whatever file they come in. A row that cannot be understood is
// reported with its line and does not disturb the next.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace xb::exchange {

// Why a row cannot be used. Never holds the value at fault.
struct RowError {
  std::string code;    // row.quoting, row.too_few_cells, row.too_many_cells, row.cell_too_large …
  std::string column;  // the header of the cell at fault, or empty
};

struct TableRow {
  std::int64_t line = 0;  // where the row starts, counted from 1: a line of text, a row of a sheet
  std::vector<std::string> cells;  // as many as the header has; empty where `error` is set
  std::optional<RowError> error;
};

class TableReader {
 public:
  virtual ~TableReader() = default;

  const std::vector<std::string>& header() const { return header_; }

  // The next row; nothing at the end. Rows without any cell content are passed over.
  virtual std::optional<TableRow> next() = 0;

 protected:
  std::vector<std::string> header_;
};

inline constexpr std::size_t cell_bytes_max = 256 * 1024;
inline constexpr std::size_t columns_max = 200;
inline constexpr std::size_t column_name_max = 200;  // code points

}  // namespace xb::exchange
