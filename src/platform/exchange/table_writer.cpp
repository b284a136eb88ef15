#include "platform/exchange/table_writer.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

#include <xlsxwriter.h>
#include <zip.h>

#include "core/ensure.h"
#include "core/text.h"
#include "platform/exchange/package.h"
#include "platform/exchange/sheet_values.h"
#include "platform/exchange/xml_part.h"
#include "platform/storage/failure.h"

namespace xb::exchange {
namespace {

class CsvWriter final : public TableWriter {
 public:
  explicit CsvWriter(const std::vector<std::string>& header) : columns_(header.size()) {
    ensure(columns_ > 0, "a table has no column");
    out_ = "\xEF\xBB\xBF";
    row(header);
  }

  void row(const std::vector<std::string>& cells) override {
    ensure(cells.size() == columns_, "a row has not as many cells as the header");
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out_ += ',';
      write(cells[i]);
    }
    out_ += "\r\n";
  }

  std::string take() override { return std::exchange(out_, {}); }
  std::string finish() override { return take(); }

 private:
  void write(std::string_view cell) {
    constexpr std::string_view formula_starts = "=+-@\t\r";
    const bool formula =
        !cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos;
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out_ += '"';
    if (formula) out_ += '\'';
    for (const char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    if (quoted) out_ += '"';
  }

  std::size_t columns_;
  std::string out_;
};

[[noreturn]] void fail(const char* at, int error_number = 0) {
  const bool is_full = error_number == ENOSPC || error_number == EDQUOT;
  throw storage::Failure(is_full ? storage::Fault::full : storage::Fault::io, at, {});
}

// Only ours to read, and gone with its content in the end.
class OwnDirectory {
 public:
  explicit OwnDirectory(const std::filesystem::path& parent) {
    std::string name = parent / "table-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) fail("xlsx directory", errno);
    path_ = name;
  }
  OwnDirectory(const OwnDirectory&) = delete;
  OwnDirectory& operator=(const OwnDirectory&) = delete;
  ~OwnDirectory() {
    std::error_code ignored;  // what is left has nobody to be told
    std::filesystem::remove_all(path_, ignored);
  }

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string whole_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) fail("xlsx reading", error.value());
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file) fail("xlsx reading");
  return bytes;
}

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) fail("xlsx writing", errno);
}

class RowCount final : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "row") ++rows;
  }
  std::uint64_t rows = 0;
};

// libxlsxwriter does not look whether what it writes gets to the disk. XML that was cut is none.
bool is_whole(const std::filesystem::path& workbook, std::uint64_t rows) {
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      zip_open(workbook.c_str(), ZIP_RDONLY, nullptr), &zip_discard);
  if (!archive) return false;
  RowCount count;
  const zip_int64_t parts = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < parts; ++i) {
    zip_file_t* part = zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0);
    if (part == nullptr) return false;
    if (!read_xml(PartBytes{part, std::numeric_limits<std::uint64_t>::max()}, count)) return false;
  }
  return count.rows == rows;
}

constexpr std::string_view replacement = "\uFFFD";

// The character at the front of `text` as a sheet may hold it; takes it away from `text`.
std::string_view next_character(std::string_view& text) {
  std::size_t length = 1;
  while (length < 4 && length < text.size() && !code_points(text.substr(0, length))) ++length;
  std::string_view character = text.substr(0, length);
  if (!code_points(character)) character = text.substr(0, 1);
  text.remove_prefix(character.size());
  const bool allowed = code_points(character) && !has_control_character(character) &&
                       character != "\uFFFE" && character != "\uFFFF";
  return allowed ? character : replacement;
}

// Excel counts UTF-16 units. An underscore that would begin an escape is one spelled out itself.
std::string sheet_text(std::string_view text) {
  constexpr std::size_t units_max = 32'767;
  constexpr std::string_view cut_mark = "…";
  std::string out;
  std::size_t units = 0;
  std::size_t end_with_mark = 0;  // of what leaves room for the mark
  while (!text.empty()) {
    const bool escape = is_escape(text, 0);
    const std::string_view character = next_character(text);
    const std::string_view written = escape ? std::string_view{"_x005F_"} : character;
    units += escape ? written.size() : character.size() == 4 ? 2 : 1;
    if (units > units_max) {
      out.resize(end_with_mark);
      return out.append(cut_mark);
    }
    out += written;
    if (units < units_max) end_with_mark = out.size();
  }
  return out;
}

class XlsxWriter final : public TableWriter {
 public:
  XlsxWriter(const std::vector<std::string>& header, const std::filesystem::path& parent)
      : header_(header), directory_(parent), file_(directory_.path() / "table.xlsx") {
    ensure(!header_.empty(), "a table has no column");
    std::string temporary = directory_.path();
    lxw_workbook_options options{
        .constant_memory = LXW_TRUE, .tmpdir = temporary.data(), .use_zip64 = LXW_FALSE};
    book_.reset(workbook_new_opt(file_.c_str(), &options));
    if (!book_) fail("xlsx workbook", errno);
    bold_ = workbook_add_format(book_.get());
    format_set_bold(bold_);
    begin_sheet();
  }

  void row(const std::vector<std::string>& cells) override {
    ensure(book_ != nullptr, "a finished table gets a row");
    ensure(cells.size() == header_.size(), "a row has not as many cells as the header");
    if (next_row_ == LXW_ROW_MAX) {
      end_sheet();
      begin_sheet();
    }
    write(cells, nullptr);
  }

  std::string take() override { return {}; }

  std::string finish() override {
    ensure(book_ != nullptr, "a table is finished twice");
    end_sheet();
    check(workbook_close(book_.release()));
    if (!is_whole(file_, rows_)) fail("xlsx cut");
    std::string bytes = whole_file(file_);
    std::error_code ignored;  // its directory goes with the writer
    std::filesystem::remove(file_, ignored);
    return bytes;
  }

 private:
  void begin_sheet() {
    sheet_ = workbook_add_worksheet(book_.get(), nullptr);
    if (sheet_ == nullptr) fail("xlsx worksheet", errno);
    worksheet_freeze_panes(sheet_, 1, 0);
    next_row_ = 0;
    write(header_, bold_);
  }

  void end_sheet() {
    const auto last_column = static_cast<lxw_col_t>(header_.size() - 1);
    check(worksheet_autofilter(sheet_, 0, 0, next_row_ - 1, last_column));
    // What is lost here, the finished workbook does not show.
    std::FILE* rows = sheet_->optimize_tmpfile;
    if (std::fflush(rows) != 0 || std::ferror(rows) != 0) fail("xlsx rows", errno);
  }

  void write(const std::vector<std::string>& cells, lxw_format* format) {
    lxw_col_t column = 0;
    bool is_blank_row = format == nullptr;  // the library leaves these out
    for (const std::string& cell : cells) {
      check(worksheet_write_string(sheet_, next_row_, column++, sheet_text(cell).c_str(), format));
      if (!cell.empty()) is_blank_row = false;
    }
    ++next_row_;
    if (!is_blank_row) ++rows_;
  }

  // A workbook that is never closed. Freeing it leaves open the files that its rows are in.
  struct Abandon {
    void operator()(lxw_workbook* book) const {
      const lxw_worksheet* sheet = nullptr;
      STAILQ_FOREACH(sheet, book->worksheets, list_pointers) {
        if (sheet->optimize_tmpfile != nullptr) std::fclose(sheet->optimize_tmpfile);
      }
      lxw_workbook_free(book);
    }
  };
  std::vector<std::string> header_;
  OwnDirectory directory_;
  std::filesystem::path file_;
  std::unique_ptr<lxw_workbook, Abandon> book_;  // none when finished
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_row_t next_row_ = 0;
  std::uint64_t rows_ = 0;  // with cells, of all sheets
};

}  // namespace

std::unique_ptr<TableWriter> csv_writer(const std::vector<std::string>& header) {
  return std::make_unique<CsvWriter>(header);
}

std::unique_ptr<TableWriter> xlsx_writer(const std::vector<std::string>& header,
                                         const std::filesystem::path& directory) {
  return std::make_unique<XlsxWriter>(header, directory);
}

}  // namespace xb::exchange
