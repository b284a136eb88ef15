// Tables in Excel workbooks (ECMA-376, as Excel, WPS and LibreOffice write them): the first
// worksheet, row by row.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"
#include "platform/exchange/table.h"

namespace xb::exchange {

// The first row with content is the header; cells without content at the end of a row are none.
// Refuses with table.empty, table.header, table.malformed (no XLSX file, damaged or encrypted),
// table.too_large or table.xml_dtd. The file is read through before the first row is handed out, so
// none of these comes later.
//
// A cell is what it says: a number with the digits that it needs, a date as YYYY-MM-DD with
// THH:MM:SS if it has a time, a formula its last result, a truth value TRUE or FALSE, an error its
// name (#N/A). Row errors are row.too_many_cells, those of check_cell, and row.cell_malformed for a
// cell that refers to nothing or stands where it cannot.
Result<std::unique_ptr<TableReader>> read_xlsx(std::string bytes);

}  // namespace xb::exchange
