// XLSX files made for tests, part by part, and what the reader says about them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <zip.h>

#include "platform/exchange/xlsx.h"

namespace xb::exchange {

using Parts = std::map<std::string, std::string>;  // by name

inline constexpr zip_uint64_t mib = 1024 * 1024;

inline std::string zipped(const Parts& parts, int method = ZIP_CM_DEFLATE,
                          int encryption = ZIP_EM_NONE) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const auto index =
        static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8));
    zip_set_file_compression(archive, index, method, 1);
    if (encryption != ZIP_EM_NONE)
      zip_file_set_encryption(archive, index, static_cast<zip_uint16_t>(encryption), "password");
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_stat_t facts;
  zip_source_stat(target, &facts);
  std::string bytes(facts.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

inline constexpr std::string_view sheet_part = "xl/worksheets/sheet1.xml";

inline std::string relationships(const std::vector<std::string>& types_and_targets) {
  std::string out =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
      "relationships'>";
  for (std::size_t i = 0; i + 1 < types_and_targets.size(); i += 2)
    out += "<Relationship Id='rId" + std::to_string(i / 2 + 1) +
           "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
           types_and_targets[i] + "' Target='" + types_and_targets[i + 1] + "'/>";
  return out + "</Relationships>";
}

inline std::string sheet(const std::string& data) {
  return "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><worksheet xmlns='http://schemas."
         "openxmlformats.org/spreadsheetml/2006/main'><dimension ref='A1'/><sheetData>" +
         data + "</sheetData><pageMargins left='0.7'/></worksheet>";
}

inline Parts workbook(const std::string& data) {
  return {
      {"_rels/.rels", relationships({"officeDocument", "xl/workbook.xml"})},
      {"xl/workbook.xml",
       "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
       "xmlns:r='http://"
       "schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
       "<sheet name='表一' sheetId='1' r:id='rId1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       relationships({"worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml",
                      "styles", "/xl/styles.xml"})},
      {"xl/sharedStrings.xml", "<sst/>"},
      {"xl/styles.xml", "<styleSheet/>"},
      {std::string{sheet_part}, sheet(data)},
  };
}

// A header of `a` and `b`, then `data`.
inline Parts table(const std::string& data) {
  return workbook(
      "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1' t='str'>"
      "<v>b</v></c></row>" +
      data);
}

inline std::string told(std::string bytes) {
  const auto reader = read_xlsx(std::move(bytes));
  if (!reader) return reader.error().code;
  std::string out;
  while (const auto row = (*reader)->next()) {
    out += std::to_string(row->line) + ":";
    if (row->error) out += " " + row->error->code;
    if (row->error && !row->error->column.empty()) out += " " + row->error->column;
    if (!row->error) out += " ";
    for (const std::string& cell : row->cells) out += "[" + cell + "]";
    out += "\n";
  }
  return out;
}

inline std::string told(const Parts& parts) { return told(zipped(parts)); }

}  // namespace xb::exchange
