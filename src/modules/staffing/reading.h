// A file of rows, each with its line, read through a mapping.
#pragma once

#include <vector>

#include "modules/staffing/types.h"
#include "platform/exchange/import.h"
#include "platform/exchange/xlsx.h"

namespace xb::staffing {

template <class Row>
struct Lined {
  std::int64_t line = 0;
  Row row;
};

inline void fail(Outcome& outcome, std::int64_t line, std::string key, const Refusal& refusal) {
  ++outcome.failed;
  if (outcome.errors.size() < exchange::errors_shown_max)
    outcome.errors.push_back({line, Text<200>::trusted(std::move(key)),
                              Text<100>::trusted(refusal.code),
                              Text<1000>::trusted(refusal.field)});
}

// Rows that can be read; the others stand in `outcome`. Refuses with table.* or
// import.column_missing.
template <class Row>
Result<std::vector<Lined<Row>>> read_rows(const exchange::Mapping& mapping, std::string bytes,
                                          Zone zone, Outcome& outcome) {
  std::unique_ptr<exchange::TableReader> reader;
  if (exchange::kind_of(bytes) == exchange::FileKind::xlsx)
    reader = TRY(exchange::read_xlsx(std::move(bytes)));
  else
    reader = TRY(exchange::read_csv(std::move(bytes), mapping.csv));
  const auto mapper = TRY(exchange::RowMapper::make(mapping, reader->header(), zone));
  std::vector<Lined<Row>> out;
  while (const auto row = reader->next()) {
    ++outcome.rows;
    if (row->error) {
      fail(outcome, row->line, {}, {Reason::invalid, row->error->code, row->error->column});
      continue;
    }
    auto mapped = mapper.map(*row);
    if (!mapped) {
      fail(outcome, row->line, {}, mapped.error());
      continue;
    }
    auto read = Json<Row>::read(mapped->values);
    if (read)
      out.push_back({row->line, std::move(*read)});
    else
      fail(outcome, row->line, mapped->source_id, read.error());
  }
  return out;
}

}  // namespace xb::staffing
