#include "platform/exchange/xlsx.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/number.h"
#include "platform/exchange/cell_rules.h"
#include "platform/exchange/package.h"
#include "platform/exchange/sheet_values.h"
#include "platform/exchange/workbook.h"
#include "platform/exchange/xml_part.h"

namespace xb::exchange {
namespace {

constexpr std::int64_t lines_max = 1'048'576;  // of a worksheet of any office program

struct SheetRow {
  std::int64_t line = 0;
  std::vector<std::string> cells;        // to the last one with content
  bool too_wide = false;                 // there is content beyond columns_max
  std::optional<std::size_t> malformed;  // the first such cell
};

// Nothing if `reference` is no number, or of no string.
std::optional<std::string_view> shared_string(const SharedStrings& strings,
                                              std::string_view reference) {
  const auto index = parse_integer(reference);
  if (!index || *index < 0) return {};
  return strings.at(static_cast<std::size_t>(*index));
}

// Where reading a worksheet pauses: after each row with content, or when its cells come to more
// text than a package may hold. A few bytes may refer to a long shared string, so that a small file
// could be a table without end.
enum class Pause { at_rows, at_too_much };

// Builds the rows of a worksheet.
class SheetEvents final : public XmlEvents {
 public:
  SheetEvents(const Workbook& book, Pause pause) : book_(book), pause_(pause) {}

  // The part that these events come from; known before it is read.
  void come_from(XmlPart& part) { part_ = &part; }

  SheetRow take() { return std::exchange(row_, {}); }

  // Whether elements stood where ECMA-376 has none: then what is read is not what was meant.
  bool is_astray() const { return is_astray_; }

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (in_cell_) {
      if (name == "v" || name == "t") in_text_ = true;
      if (name == "rPh") in_reading_aid_ = true;
      if (name == "row" || name == "c") is_astray_ = true;
    } else if (name == "sheetData") {
      in_data_ = true;
    } else if (in_data_ && name == "row") {
      is_astray_ = is_astray_ || in_row_;
      start_row(attributes["r"]);
    } else if (in_row_ && name == "c") {
      start_cell(attributes);
    } else if (in_data_ && name == "c") {
      is_astray_ = true;
    }
  }

  void end(std::string_view name) override {
    if (in_cell_) {
      if (name == "v" || name == "t") in_text_ = false;
      if (name == "rPh") in_reading_aid_ = false;
      if (name == "c") end_cell();
    } else if (name == "sheetData") {
      in_data_ = false;
    } else if (in_row_ && name == "row") {
      in_row_ = false;
      const bool has_content = row_.too_wide || row_.malformed || !row_.cells.empty();
      if (has_content && pause_ == Pause::at_rows) part_->pause();
    }
  }

  void text(std::string_view text) override {
    if (in_text_ && !in_reading_aid_) text_ += text.substr(0, raw_bytes_max - text_.size());
  }

 private:
  // Rows and cells may leave out where they stand; then they follow the one before.
  void start_row(std::string_view number) {
    const std::int64_t line = parse_integer(number).value_or(0);
    line_ = line > 0 && line <= lines_max ? line : line_ + 1;
    in_row_ = true;
    row_ = {.line = line_};
    next_column_ = 0;
  }

  void start_cell(const XmlAttributes& attributes) {
    const std::string_view reference = attributes["r"];
    const auto column = reference.empty() ? next_column_ : column_of(reference);
    misplaced_ = !column || *column < next_column_;
    column_ = misplaced_ ? next_column_ : *column;
    next_column_ = column_ + 1;
    type_ = attributes["t"];
    style_ = parse_integer(attributes["s"]).value_or(0);
    text_.clear();
    in_cell_ = true;
  }

  void end_cell() {
    in_cell_ = false;
    in_text_ = false;
    in_reading_aid_ = false;
    auto value = cell_text();
    if (value) text_bytes_ += value->size();
    if (text_bytes_ > package_bytes_max && pause_ == Pause::at_too_much) part_->pause();
    if (misplaced_ || !value) {
      if (!row_.malformed) row_.malformed = column_;
    } else if (value->empty()) {
      return;
    } else if (column_ >= columns_max) {
      row_.too_wide = true;
    } else {
      row_.cells.resize(column_ + 1);
      row_.cells[column_] = std::move(*value);
    }
  }

  // Nothing for a string that is not there. One byte beyond the limit tells that it is passed.
  std::optional<std::string> cell_text() const {
    if (text_.empty()) return std::string{};
    if (type_ == "s") {
      const auto string = shared_string(book_.strings, text_);
      if (!string) return {};
      return std::string{string->substr(0, cell_bytes_max + 1)};
    }
    if (type_ == "b") return text_ == "1" || text_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "str" || type_ == "inlineStr") return unescaped(text_);
    if (!type_.empty() && type_ != "n") return text_;     // e: #N/A, d: 2026-11-20
    const auto style = static_cast<std::size_t>(style_);  // below 0 is beyond the last
    const bool is_date = style < book_.date_styles.size() && book_.date_styles[style];
    return is_date ? date_text(text_, book_.dates) : number_text(text_);
  }

  const Workbook& book_;
  Pause pause_;
  XmlPart* part_ = nullptr;
  SheetRow row_;
  std::int64_t line_ = 0;
  std::size_t next_column_ = 0;
  std::uint64_t text_bytes_ = 0;  // of all cells

  bool is_astray_ = false;
  bool in_data_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_text_ = false;
  bool in_reading_aid_ = false;

  // Of the cell.
  std::size_t column_ = 0;
  std::int64_t style_ = 0;
  bool misplaced_ = false;
  std::string type_;
  std::string text_;
};

// Reads all of the worksheet, so that what is wrong with it is known before the first row.
Result<void> check_sheet(const Workbook& book, PartBytes bytes) {
  SheetEvents events(book, Pause::at_too_much);
  XmlPart part(std::move(bytes), events);
  events.come_from(part);
  const bool is_too_much = TRY(part.read());
  if (is_too_much) return refuse(Reason::invalid, "table.too_large");
  if (events.is_astray()) return refuse(Reason::invalid, "table.malformed");
  return {};
}

class XlsxReader final : public TableReader {
 public:
  XlsxReader(std::unique_ptr<Package> package, Workbook book, PartBytes sheet)
      : package_(std::move(package)),
        book_(std::move(book)),
        events_(book_, Pause::at_rows),
        part_(std::move(sheet), events_) {
    events_.come_from(part_);
  }

  Result<void> read_header() {
    if (!TRY(part_.read())) return refuse(Reason::invalid, "table.empty");
    SheetRow row = events_.take();
    if (row.too_wide || row.malformed) return refuse(Reason::invalid, "table.header");
    header_ = TRY(checked_header(std::move(row.cells)));
    return {};
  }

  std::optional<TableRow> next() override {
    const auto more = part_.read();
    if (!more || !*more) return {};
    SheetRow sheet_row = events_.take();
    TableRow row{.line = sheet_row.line};
    row.error = check(sheet_row);
    if (!row.error) {
      row.cells = std::move(sheet_row.cells);
      row.cells.resize(header_.size());
    }
    return row;
  }

 private:
  std::optional<RowError> check(const SheetRow& row) const {
    if (row.too_wide || row.cells.size() > header_.size())
      return RowError{"row.too_many_cells", {}};
    if (row.malformed)
      return RowError{"row.cell_malformed",
                      *row.malformed < header_.size() ? header_[*row.malformed] : std::string{}};
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (auto error = check_cell(row.cells[i], header_[i])) return error;
    return {};
  }

  std::unique_ptr<Package> package_;
  Workbook book_;
  SheetEvents events_;
  XmlPart part_;  // reads from `package_` and tells `events_`
};

}  // namespace

Result<std::unique_ptr<TableReader>> read_xlsx(std::string bytes) {
  auto package = TRY(Package::open(std::move(bytes)));
  Workbook book = TRY(read_workbook(*package));
  auto checked = package->part(book.sheet);
  auto sheet = package->part(book.sheet);
  if (!checked || !sheet) return refuse(Reason::invalid, "table.malformed");
  TRY(check_sheet(book, std::move(*checked)));
  auto reader =
      std::make_unique<XlsxReader>(std::move(package), std::move(book), std::move(*sheet));
  TRY(reader->read_header());
  return reader;
}

}  // namespace xb::exchange
