// How the columns of a foreign table become the fields of ours. A mapping is data: a TOML file that
// ships in data/mappings or that a bank writes itself; docs/guide/import.md describes it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "core/instant.h"
#include "core/result.h"
#include "platform/exchange/csv.h"
#include "platform/exchange/table.h"

namespace xb::exchange {

// Where a field's text comes from.
struct FieldMapping {
  std::string field;                 // dotted: complainant.name
  std::vector<std::string> columns;  // joined by `join`, empty ones left out
  std::string join = " / ";
  std::map<std::string, std::string> values;  // replaces a whole text
  std::optional<std::string> otherwise;       // for a text that `values` does not have
  std::optional<std::string> constant;        // instead of columns
  bool is_optional = false;                   // a file need not have its columns
  // How a day or a time of the bank's zone is meant. `date` takes YYYY-MM-DD only, and is the start
  // of that day; `time` takes what `read_local` does, and is that instant; `day` is its date.
  // `yuan` is an amount as `read_yuan` takes it, and is a number of fen.
  enum class Format { text, date, time, day, yuan };
  Format format = Format::text;
};

// A column of a table that goes back to where tables of this mapping come from.
struct ColumnBack {
  std::string column;
  std::string field;                          // of ours, that fills it
  std::map<std::string, std::string> values;  // replaces a whole text
};

struct Mapping {
  std::string name;       // cfpb; with the source id it makes a row known again
  std::string target;     // complaints
  std::string source_id;  // the column whose text names a row in its source
  CsvFormat csv;
  std::vector<FieldMapping> fields;
  std::string rest;  // the field that takes the columns no other field takes whole, as JSON text
  std::vector<ColumnBack> back;  // in their order; one without a field of its own is filled by
                                 // whichever field takes that column, its values turned round

  // Refuses with mapping.malformed (field: the key at fault) or mapping.unknown_field.
  static Result<Mapping> parse(std::string_view toml, const std::set<std::string>& known_fields);
};

// A day, and maybe a time, as registers write them: 2026-11-9, 2026/11/09 16:40, 2026年11月9日,
// 2026-11-09T16:40:00. Without a time it is the start of the day.
std::optional<Instant> read_local(std::string_view text, Zone zone);

// An amount as registers write it, in fen: 1200, 1,200.50, ￥1,200.5元.
std::optional<std::int64_t> read_yuan(std::string_view text);

// The names of mappings that ship for `target`.
std::vector<std::string> shipped_mappings(std::string_view target);

// A row as a JSON object in the shape of the target's input, nested at the dots. A text that is
// empty makes no member.
class RowMapper {
 public:
  RowMapper() = default;
  // Refuses with import.column_missing; field is the column.
  static Result<RowMapper> make(const Mapping& mapping, const std::vector<std::string>& header,
                                Zone zone);

  struct Mapped {
    std::string source_id;
    boost::json::object values;
  };
  // Refuses with the field at fault: field.amount, field.date, field.choice,
  // import.source_id_missing.
  Result<Mapped> map(const TableRow& row) const;

  // The columns that a field takes its text from, for showing where an error stands.
  std::string columns_of(std::string_view field) const;

 private:
  Result<std::string> text_of(const FieldMapping& field, const TableRow& row) const;

  const Mapping* mapping_ = nullptr;
  Zone zone_;
  std::vector<std::string> header_;
  std::map<std::string, std::size_t> position_;
  std::vector<std::size_t> rest_;  // positions of columns that go into `rest`
};

}  // namespace xb::exchange
