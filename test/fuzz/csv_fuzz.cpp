// Each row of a text file has the width of the header or an error, and what was read comes back
// from what our writer makes of it. The first byte says delimiter and encoding.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ensure.h"
#include "core/text.h"
#include "platform/exchange/csv.h"
#include "platform/exchange/table_writer.h"

namespace xb::exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

void check_cell_text(std::string_view cell) {
  ensure(code_points(cell) && !has_control_character(cell), "a broken cell passes");
  ensure(cell.size() <= cell_bytes_max, "too large a cell passes");
}

Rows checked_rows(TableReader& reader) {
  const auto& header = reader.header();
  ensure(!header.empty() && header.size() <= columns_max, "a header without width");
  Rows rows;
  std::int64_t line = 0;
  while (const auto row = reader.next()) {
    ensure(row->line > line, "lines do not rise");
    line = row->line;
    if (row->error) {
      ensure(row->cells.empty() && !row->error->code.empty(), "an error with cells");
      continue;
    }
    ensure(row->cells.size() == header.size(), "a row is not as wide as the header");
    bool has_content = false;
    for (const std::string& cell : row->cells) {
      check_cell_text(cell);
      has_content = has_content || !cell.empty();
    }
    ensure(has_content, "an empty row is handed out");
    rows.push_back(row->cells);
  }
  return rows;
}

// What the writer puts in front so that a cell cannot become a formula.
std::string guarded(const std::string& cell) {
  const bool is_formula =
      !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell[0]) != std::string_view::npos;
  return is_formula ? "'" + cell : cell;
}

void compare_with_written(const std::vector<std::string>& header, const Rows& rows) {
  const auto writer = csv_writer(header);
  for (const auto& row : rows) writer->row(row);
  const auto reader = read_csv(writer->finish(), {});
  // A header that ends at the limit has no room for the apostrophe.
  if (!reader) return;
  const Rows again = checked_rows(**reader);
  ensure(again.size() == rows.size(), "rows are lost or won in writing");
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t k = 0; k < rows[i].size(); ++k)
      ensure(again[i][k] == guarded(rows[i][k]), "a cell changes in writing");
}

void check(std::string_view input) {
  if (input.empty()) return;
  const auto choice = static_cast<unsigned char>(input[0]);
  const CsvFormat format{
      .delimiter = ",;\t|"[choice & 3],
      .encoding = (choice & 4) != 0 ? CsvFormat::Encoding::gb18030 : CsvFormat::Encoding::utf8};
  const auto reader = read_csv(std::string{input.substr(1)}, format);
  if (!reader) return;
  const Rows rows = checked_rows(**reader);
  compare_with_written((*reader)->header(), rows);
}

}  // namespace
}  // namespace xb::exchange

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  xb::exchange::check({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
