#include "platform/exchange/csv.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <iconv.h>

#include "core/ensure.h"
#include "platform/exchange/cell_rules.h"

namespace xb::exchange {
namespace {

using Encoding = CsvFormat::Encoding;

// A row as it stands in the file, before any rule but that of quoting.
struct Record {
  std::int64_t line = 0;
  std::vector<std::string> cells;        // not decoded; no more than were asked for
  std::size_t count = 0;                 // of all cells
  std::optional<std::size_t> too_large;  // the first such cell; its text is dropped
  bool empty = true;                     // all cells are
  bool misquoted = false;
};

// Cuts bytes into rows and cells. It need not decode first: no byte within a character of UTF-8 or
// GB18030 is a quote or a line break, and `plain_text` steps over those that could be a delimiter.
//
// Each line is scanned at most twice, however hostile the file. A scan leaves the line it starts on
// only if that line has an odd number of quotes, and then it ends at the latest in the next line
// with an odd number. So the lines between, which are scanned again if that end is an error, are
// even, and each of them by itself ends where it ends.
class Scanner {
 public:
  Scanner(std::string bytes, const CsvFormat& format) : bytes_(std::move(bytes)), format_(format) {
    const std::string_view mark = format_.encoding == Encoding::utf8
                                      ? std::string_view{"\xEF\xBB\xBF"}
                                      : std::string_view{"\x84\x31\x95\x33"};
    if (bytes_.starts_with(mark)) at_ = mark.size();
  }

  bool at_end() const { return at_ == bytes_.size(); }

  // The next row with at most its first `kept` cells. Not to be asked at the end.
  Record next(std::size_t kept) {
    Record record{.line = line_};
    const std::size_t start = at_;
    Ending ending = Ending::delimiter;
    while (ending == Ending::delimiter) {
      const bool well_quoted = cell();
      ending = well_quoted ? pass_ending() : Ending::none;
      file_cell(record, kept);
    }
    if (ending == Ending::none) {
      record.misquoted = true;
      const std::size_t end = bytes_.find('\n', start);
      at_ = end == std::string::npos ? bytes_.size() : end + 1;
      line_ = record.line + 1;
    }
    return record;
  }

 private:
  enum class Ending { delimiter, line, none };

  // Takes one cell into `text_`, up to its ending. False if its quote is never closed.
  bool cell() {
    text_.clear();
    if (at_end() || bytes_[at_] != '"') {
      plain_text();
      return true;
    }
    ++at_;
    return quoted_text();
  }

  void plain_text() {
    const std::size_t begin = at_;
    while (!at_end()) {
      const char c = bytes_[at_];
      if (c == format_.delimiter || c == '"' || ends_line(at_)) break;
      at_ += leads_a_pair() ? 2 : 1;
    }
    keep(begin, at_);
  }

  // GB18030 characters are pairs of bytes, or two pairs; the second of a pair may be a `|`.
  bool leads_a_pair() const {
    if (format_.encoding != Encoding::gb18030 || at_ + 1 >= bytes_.size()) return false;
    const auto first = static_cast<unsigned char>(bytes_[at_]);
    const auto second = static_cast<unsigned char>(bytes_[at_ + 1]);
    const bool follows = (second >= 0x30 && second <= 0x39) || second >= 0x40;
    return first >= 0x81 && first <= 0xFE && follows;
  }

  bool quoted_text() {
    for (;;) {
      const std::size_t quote = bytes_.find('"', at_);
      if (quote == std::string::npos) return false;
      line_ += std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(at_),
                          bytes_.begin() + static_cast<std::ptrdiff_t>(quote), '\n');
      const bool doubled = quote + 1 < bytes_.size() && bytes_[quote + 1] == '"';
      keep(at_, doubled ? quote + 1 : quote);
      at_ = quote + (doubled ? 2 : 1);
      if (!doubled) return true;
    }
  }

  // One byte beyond the limit tells that it is passed.
  void keep(std::size_t begin, std::size_t end) {
    text_.append(bytes_, begin, std::min(end - begin, cell_bytes_max + 1 - text_.size()));
  }

  bool ends_line(std::size_t at) const {
    if (bytes_[at] == '\n') return true;
    return bytes_[at] == '\r' && (at + 1 == bytes_.size() || bytes_[at + 1] == '\n');
  }

  Ending pass_ending() {
    if (at_end()) return Ending::line;
    if (bytes_[at_] == format_.delimiter) {
      ++at_;
      return Ending::delimiter;
    }
    if (!ends_line(at_)) return Ending::none;
    at_ = std::min(bytes_.size(), at_ + (bytes_[at_] == '\r' ? 2u : 1u));
    ++line_;
    return Ending::line;
  }

  void file_cell(Record& record, std::size_t kept) {
    if (!text_.empty()) record.empty = false;
    if (text_.size() > cell_bytes_max) {
      if (!record.too_large) record.too_large = record.count;
      text_.clear();
    }
    if (record.count < kept) record.cells.push_back(std::move(text_));
    ++record.count;
  }

  std::string bytes_;
  CsvFormat format_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  std::string text_;
};

class Gb18030 {
 public:
  Gb18030() : converter_(iconv_open("UTF-8", "GB18030")) {
    ensure(converter_ != reinterpret_cast<iconv_t>(-1), "iconv does not know GB18030");
  }
  Gb18030(const Gb18030&) = delete;
  Gb18030& operator=(const Gb18030&) = delete;
  ~Gb18030() { iconv_close(converter_); }

  std::optional<std::string> utf8(std::string bytes) const {
    iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    std::string out(bytes.size() * 2, '\0');  // two bytes become four at most
    char* from = bytes.data();
    char* to = out.data();
    std::size_t from_left = bytes.size();
    std::size_t to_left = out.size();
    const std::size_t done = iconv(converter_, &from, &from_left, &to, &to_left);
    if (done == static_cast<std::size_t>(-1) || from_left > 0) return {};
    out.resize(out.size() - to_left);
    return out;
  }

 private:
  iconv_t converter_;
};

class CsvReader final : public TableReader {
 public:
  CsvReader(std::string bytes, const CsvFormat& format) : scanner_(std::move(bytes), format) {
    if (format.encoding == Encoding::gb18030) gb18030_.emplace();
  }

  Result<void> read_header() {
    while (!scanner_.at_end()) {
      Record record = scanner_.next(columns_max + 1);
      const bool blank_line = record.empty && record.count == 1 && !record.misquoted;
      if (blank_line) continue;
      if (record.misquoted) return refuse(Reason::invalid, "table.header");
      if (record.too_large) return bad_name(*record.too_large);
      for (std::size_t i = 0; i < record.cells.size(); ++i)
        if (!decode(record.cells[i])) return bad_name(i);
      header_ = TRY(checked_header(std::move(record.cells)));
      return {};
    }
    return refuse(Reason::invalid, "table.empty");
  }

  std::optional<TableRow> next() override {
    while (!scanner_.at_end()) {
      Record record = scanner_.next(header_.size());
      if (record.empty && !record.misquoted) continue;
      TableRow row{.line = record.line};
      row.error = check(record);
      if (!row.error) row.cells = std::move(record.cells);
      return row;
    }
    return {};
  }

 private:
  static tl::unexpected<Refusal> bad_name(std::size_t column) {
    return refuse(Reason::invalid, "table.header", "header." + std::to_string(column + 1));
  }

  // Leaves the cells decoded.
  std::optional<RowError> check(Record& record) const {
    if (record.misquoted) return RowError{"row.quoting", {}};
    if (record.count < header_.size()) return RowError{"row.too_few_cells", {}};
    if (record.count > header_.size()) return RowError{"row.too_many_cells", {}};
    if (record.too_large) return RowError{"row.cell_too_large", header_[*record.too_large]};
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
      if (!decode(record.cells[i])) return RowError{"field.encoding", header_[i]};
      if (auto error = check_cell(record.cells[i], header_[i])) return error;
    }
    return {};
  }

  bool decode(std::string& cell) const {
    if (!gb18030_) return true;  // check_cell looks at UTF-8
    auto text = gb18030_->utf8(std::move(cell));
    if (text) cell = std::move(*text);
    return text.has_value();
  }

  Scanner scanner_;
  std::optional<Gb18030> gb18030_;
};

}  // namespace

Result<std::unique_ptr<TableReader>> read_csv(std::string bytes, const CsvFormat& format) {
  const char c = format.delimiter;
  if (c != '\t' && (c <= ' ' || c > '~' || c == '"'))
    return refuse(Reason::invalid, "table.delimiter", "delimiter");
  auto reader = std::make_unique<CsvReader>(std::move(bytes), format);
  TRY(reader->read_header());
  return reader;
}

}  // namespace xb::exchange
