// Tables in text files as RFC 4180 has them: quoted cells with doubled quotes, commas and line
// breaks in them, lines that end in CR LF or LF.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"
#include "platform/exchange/table.h"

namespace xb::exchange {

struct CsvFormat {
  enum class Encoding { utf8, gb18030 };

  char delimiter = ',';  // a tab or a visible ASCII character other than the quote
  Encoding encoding = Encoding::utf8;
};

// The first line that is not blank is the header. Refuses with table.empty, table.header or
// table.delimiter.
//
// A row that is not quoted as it should be is row.quoting, and reading goes on at the line after
// the one on which it starts: a lone quote costs its own row only. Other row errors are
// row.too_few_cells, row.too_many_cells and those of check_cell.
Result<std::unique_ptr<TableReader>> read_csv(std::string bytes, const CsvFormat& format);

}  // namespace xb::exchange
