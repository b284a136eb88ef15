// Tables for people to take away, row by row, as CSV or as an Excel workbook. No cell can become a
// formula in either.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace xb::exchange {

// The file is all that take() returned, in order, and then what finish() returns.
class TableWriter {
 public:
  virtual ~TableWriter() = default;

  // As many cells as the header has.
  virtual void row(const std::vector<std::string>& cells) = 0;

  // What there is to send so far. Not taken again.
  virtual std::string take() = 0;

  // The rest. Nothing may follow.
  virtual std::string finish() = 0;
};

// UTF-8 with a byte order mark, which Excel needs to tell it, and lines that end in CR LF. A cell
// that begins like a formula (= + - @ tab CR) gets an apostrophe in front.
std::unique_ptr<TableWriter> csv_writer(const std::vector<std::string>& header);

// Every cell is a string, cut with a `…` where Excel would not take more. What no sheet can hold
// (control characters, broken UTF-8) becomes U+FFFD. Where a sheet is full, the next one goes on
// under the same header. Nothing is there to take() before finish(); until then the rows are in a
// directory of their own under `directory`. Throws storage::Failure (Fault::full or Fault::io)
// where that cannot be written or read.
std::unique_ptr<TableWriter> xlsx_writer(const std::vector<std::string>& header,
                                         const std::filesystem::path& directory);

}  // namespace xb::exchange
