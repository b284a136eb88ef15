// Each row of a workbook has the width of the header or an error. The first byte says whether the
// rest is a whole file (`z`) or the parts of one (`p`), which are zipped here, because a changed
// byte of a zip only breaks its checksum. Parts are parted by form feeds, which no XML holds:
// worksheet, shared strings, styles, workbook.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <zip.h>

#include "core/ensure.h"
#include "core/text.h"
#include "platform/exchange/xlsx.h"

namespace xb::exchange {
namespace {

constexpr std::string_view package_relations =
    "<Relationships><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/"
    "2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>";
constexpr std::string_view workbook_relations =
    "<Relationships><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/"
    "2006/relationships/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' "
    "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' "
    "Target='sharedStrings.xml'/><Relationship Id='rId3' Type='http://schemas.openxmlformats.org/"
    "officeDocument/2006/relationships/styles' Target='styles.xml'/></Relationships>";

struct Part {
  const char* name;
  std::string_view otherwise;  // where the input has no such part
};

constexpr std::array<Part, 4> parts{{
    {"xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"},
    {"xl/sharedStrings.xml", "<sst/>"},
    {"xl/styles.xml", "<styleSheet/>"},
    {"xl/workbook.xml",
     "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
     "<sheets><sheet name='a' sheetId='1' r:id='rId1'/></sheets></workbook>"},
}};

void add(zip_t* archive, const char* name, std::string_view content) {
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  const zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
  ensure(index >= 0, "a part cannot be added");
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

std::string zipped(std::string_view input) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  add(archive, "_rels/.rels", package_relations);
  add(archive, "xl/_rels/workbook.xml.rels", workbook_relations);
  for (const Part& part : parts) {
    const std::string_view content = input.substr(0, input.find('\f'));
    input.remove_prefix(std::min(content.size() + 1, input.size()));
    add(archive, part.name, content.empty() ? part.otherwise : content);
  }
  ensure(zip_close(archive) == 0, "a package cannot be made");
  zip_stat_t facts;
  zip_source_stat(target, &facts);
  std::string bytes(facts.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

void check_rows(TableReader& reader) {
  const auto& header = reader.header();
  ensure(!header.empty() && header.size() <= columns_max, "a header without width");
  while (const auto row = reader.next()) {
    ensure(row->line > 0, "a row without a line");
    if (row->error) {
      ensure(row->cells.empty() && !row->error->code.empty(), "an error with cells");
      continue;
    }
    ensure(row->cells.size() == header.size(), "a row is not as wide as the header");
    bool has_content = false;
    for (const std::string& cell : row->cells) {
      ensure(code_points(cell) && !has_control_character(cell), "a broken cell passes");
      ensure(cell.size() <= cell_bytes_max, "too large a cell passes");
      has_content = has_content || !cell.empty();
    }
    ensure(has_content, "an empty row is handed out");
  }
}

void check(std::string_view input) {
  if (input.empty()) return;
  const bool is_whole = input[0] == 'z';
  input.remove_prefix(1);
  const auto reader = read_xlsx(is_whole ? std::string{input} : zipped(input));
  if (reader) check_rows(**reader);
}

}  // namespace
}  // namespace xb::exchange

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  xb::exchange::check({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
