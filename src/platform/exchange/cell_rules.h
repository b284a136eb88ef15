// What every table asks of its header and its cells, whatever file they came in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "platform/exchange/table.h"

namespace xb::exchange {

// The header without the blanks around its names. Refuses with table.header where a name is blank,
// too long, comes twice or is no proper text (`header.3` is the third), and where there are too
// many. Names are short because each error tells one, and each row those that no field takes.
Result<std::vector<std::string>> checked_header(std::vector<std::string> cells);

// row.cell_too_large, field.encoding or field.control_character of that column.
std::optional<RowError> check_cell(std::string_view text, const std::string& column);

}  // namespace xb::exchange
