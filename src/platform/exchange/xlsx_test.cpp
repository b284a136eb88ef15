#include "platform/exchange/xlsx.h"

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "platform/exchange/xlsx_fixture.h"

namespace xb::exchange {
namespace {

using Cells = std::vector<std::string>;

// What the cell `xml` in column A says.
std::string cell(const std::string& xml, Parts parts = workbook("")) {
  parts[std::string{sheet_part}] =
      sheet("<row><c t='inlineStr'><is><t>a</t></is></c></row><row>" + xml + "</row>");
  const auto reader = read_xlsx(zipped(parts, ZIP_CM_STORE));
  if (!reader) return reader.error().code;
  const auto row = (*reader)->next();
  if (!row) return "nothing";
  return row->error ? row->error->code : row->cells.at(0);
}

TEST(Xlsx, ReadsTheCellsWhereTheyStand) {
  EXPECT_EQ(told(table("<row r='2'><c r='A2'><v>1</v></c><c r='B2'><v>2</v></c></row>"
                       "<row r='5'><c r='B5'><v>3</v></c></row>"
                       "<row><c><v>4</v></c></row>"
                       "<row r='9'/><row r='10'><c r='A10' s='1'/><c r='B10'><v/></c></row>"
                       "<row r='12'><c r='A12'><v>5</v></c><c r='D12' s='1'/></row>")),
            "2: [1][2]\n5: [][3]\n6: [4][]\n12: [5][]\n");
}

TEST(Xlsx, ReadsEveryKindOfCell) {
  const struct {
    std::string xml;
    std::string expected;
  } cases[] = {
      {"<c><v>42</v></c>", "42"},
      {"<c t='n'><v>42.0</v></c>", "42"},
      {"<c><v>-0</v></c>", "0"},
      {"<c><v>0.1</v></c>", "0.1"},
      {"<c><v>1.1000000000000001</v></c>", "1.1"},
      {"<c><v>0.30000000000000004</v></c>", "0.30000000000000004"},
      {"<c><v>1E-4</v></c>", "0.0001"},
      {"<c><v>6.22202123456789E+15</v></c>", "6222021234567890"},
      {"<c><v>1E+15</v></c>", "1000000000000000"},
      {"<c><v>-1.5E3</v></c>", "-1500"},
      {"<c><v>1E300</v></c>", "1e+300"},
      {"<c><v>1.5E-9</v></c>", "1.5e-09"},
      {"<c><v>1E999</v></c>", "1E999"},
      {"<c><v>nan</v></c>", "nan"},
      {"<c t='b'><v>1</v></c>", "TRUE"},
      {"<c t='b'><v>0</v></c>", "FALSE"},
      {"<c t='e'><v>#N/A</v></c>", "#N/A"},
      {"<c t='d'><v>2026-11-20</v></c>", "2026-11-20"},
      {"<c t='str'><f>CONCAT(\"x\",1)</f><v>x1</v></c>", "x1"},
      {"<c><f>1+1</f><v>2</v></c>", "2"},
      {"<c t='inlineStr'><is><t xml:space='preserve'> =1+1 </t></is></c>", " =1+1 "},
      {"<c t='inlineStr'><is><r><rPr><b/></rPr><t>东</t></r><r><t>京</t></r>"
       "<rPh sb='0' eb='2'><t>トウキョウ</t></rPh></is></c>",
       "东京"},
      {"<c t='inlineStr'><is><t>1 &lt; 2 &amp;&#10;\r\n&#x597D;</t></is></c>", "1 < 2 &\n\n好"},
      {"<c t='str'><v>a_x000D_b_x005F_x000D_c_xD800_d_x4E2d_e_x00e9__x1_</v></c>",
       "a\rb_x000D_c_xD800_d中eé_x1_"},
  };
  for (const auto& one : cases) EXPECT_EQ(cell(one.xml), one.expected) << one.xml;
}

TEST(Xlsx, ReadsSharedStrings) {
  Parts parts = workbook("");
  parts["xl/sharedStrings.xml"] =
      "<sst><si><t>一</t></si><si/><si><r><t>二_x0009_</t></r><r><rPr/><t xml:space='preserve'> b"
      "</t></r><rPh sb='0' eb='1'><t>に</t></rPh><phoneticPr fontId='1'/></si></sst>";
  EXPECT_EQ(cell("<c t='s'><v>0</v></c>", parts), "一");
  EXPECT_EQ(cell("<c t='s'><v>1</v></c>", parts), "nothing");
  EXPECT_EQ(cell("<c t='s'><v>2</v></c>", parts), "二\t b");
  for (const std::string index : {"3", "-1", "x", "1.5", "99999999999999999999"})
    EXPECT_EQ(cell("<c t='s'><v>" + index + "</v></c>", parts), "row.cell_malformed") << index;
}

TEST(Xlsx, ReadsNumbersOfADateStyleAsDates) {
  const struct {
    std::string number;
    std::string from_1900;
    std::string from_1904;
  } cases[] = {
      {"1", "1900-01-01", "1904-01-02"},
      {"59", "1900-02-28", "1904-02-29"},
      {"60", "1900-02-29", "1904-03-01"},
      {"61", "1900-03-01", "1904-03-02"},
      {"45982", "2025-11-21", "2029-11-22"},
      {"45982.0", "2025-11-21", "2029-11-22"},
      {"45982.75", "2025-11-21T18:00:00", "2029-11-22T18:00:00"},
      {"45982.999999", "2025-11-22", "2029-11-23"},
      {"36526.123402778", "2000-01-01T02:57:42", "2004-01-02T02:57:42"},
      {"0", "00:00:00", "1904-01-01"},
      {"0.604166666666667", "14:30:00", "1904-01-01T14:30:00"},
      {"2957003", "9995-12-30", "9999-12-31"},
      {"2958465", "9999-12-31", "2958465"},
      {"2958466", "2958466", "2958466"},
      {"-1", "-1", "-1"},
      {"1E300", "1e+300", "1e+300"},
      {"soon", "soon", "soon"},
  };
  Parts parts = workbook("");
  parts["xl/styles.xml"] =
      "<styleSheet><cellStyleXfs><xf numFmtId='0'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>";
  for (const auto& one : cases) {
    const std::string xml = "<c s='1'><v>" + one.number + "</v></c>";
    EXPECT_EQ(cell(xml, parts), one.from_1900) << one.number;
    for (const std::string set : {"1", "true"}) {
      Parts other = parts;
      std::string& book = other["xl/workbook.xml"];
      book.insert(book.find("<sheets>"), "<workbookPr date1904='" + set + "'/>");
      EXPECT_EQ(cell(xml, other), one.from_1904) << one.number;
    }
  }
  EXPECT_EQ(cell("<c s='0'><v>45982</v></c>", parts), "45982");
  EXPECT_EQ(cell("<c s='2'><v>45982</v></c>", parts), "45982");
  EXPECT_EQ(cell("<c s='1' t='str'><v>45982</v></c>", parts), "45982");
}

TEST(Xlsx, KnowsWhichNumberFormatsAreDates) {
  const struct {
    std::string format;  // an id, or a code
    bool is_date;
  } cases[] = {
      {"0", false},
      {"13", false},
      {"14", true},
      {"22", true},
      {"23", false},
      {"27", true},
      {"36", true},
      {"37", false},
      {"44", false},
      {"45", true},
      {"47", true},
      {"48", false},
      {"50", true},
      {"58", true},
      {"59", false},
      {"General", false},
      {"yyyy-mm-dd", true},
      {"YYYY/M/D", true},
      {"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", true},
      {"[$-804]h:mm AM/PM", true},
      {"[h]:mm:ss", true},
      {"#,##0.00", false},
      {"0.00&quot; usd&quot;", false},
      {"0.00&quot;d", false},
      {"[Red]-0.00;[$USD] 0", false},
      {"0\\d", false},
      {"0_d*s", false},
      {"0.00E+00", false},
      {"G/通用格式", false},
      {"", false},
  };
  for (const auto& one : cases) {
    const bool by_id =
        !one.format.empty() && one.format.find_first_not_of("0123456789") == std::string::npos;
    Parts parts = workbook("");
    parts["xl/styles.xml"] = "<styleSheet><numFmts><numFmt numFmtId='176' formatCode=\"" +
                             (by_id ? "0" : one.format) + "\"/></numFmts><cellXfs><xf numFmtId='" +
                             (by_id ? one.format : "176") + "'/></cellXfs></styleSheet>";
    EXPECT_EQ(cell("<c s='0'><v>45982</v></c>", parts), one.is_date ? "2025-11-21" : "45982")
        << one.format;
  }
}

TEST(Xlsx, TakesTheFirstWorksheetOfTheWorkbook) {
  Parts parts = table("<row r='2'><c><v>7</v></c></row>");
  parts["xl/other.xml"] = parts.extract(std::string{sheet_part}).mapped();
  parts["xl/chart.xml"] = "<chartsheet/>";
  parts["xl/second.xml"] = sheet("");
  parts["xl/_rels/workbook.xml.rels"] = relationships(
      {"worksheet", "second.xml", "chartsheet", "chart.xml", "worksheet", "./../xl//other.xml"});
  std::string& book = parts["xl/workbook.xml"];
  book.replace(book.find("<sheet "), book.find("</sheets>") - book.find("<sheet "),
               "<sheet name='z' r:id='rId2'/><sheet name='x' r:id='rId3'/>"
               "<sheet name='y' r:id='rId1'/>");
  EXPECT_EQ(told(parts), "2: [7][]\n");
}

TEST(Xlsx, ReadsElementsWithANamespacePrefix) {
  Parts parts = table("");
  parts[std::string{sheet_part}] =
      "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row>"
      "<x:c t='str'><x:v>a</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row>"
      "</x:sheetData></x:worksheet>";
  EXPECT_EQ(told(parts), "2: [1]\n");
}

TEST(Xlsx, TheHeaderFollowsTheSameRulesAsInCsv) {
  const auto reader = read_xlsx(zipped(
      workbook("<row r='1'/><row r='3'><c r='A3' t='str'><v> 编号 </v></c><c r='B3'><v>2026</v></c>"
               "<c r='C3' s='1'/></row>")));
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->header(), (Cells{"编号", "2026"}));
  EXPECT_FALSE((*reader)->next());
  EXPECT_FALSE((*reader)->next());

  const struct {
    std::string data;
    std::string expected;
  } cases[] = {
      {"", "table.empty"},
      {"<row r='1'/><row r='2'><c r='A2' s='1'/></row>", "table.empty"},
      {"<row r='1'><c r='B1'><v>1</v></c></row>", "table.header"},
      {"<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>1</v></c></row>", "table.header"},
      {"<row r='1'><c r='A1' t='str'><v> </v></c></row>", "table.header"},
      {"<row r='1'><c r='A1' t='s'><v>9</v></c></row>", "table.header"},
      {"<row r='1'><c r='A1'><v>1</v></c><c r='GS1'><v>2</v></c></row>", "table.header"},
  };
  for (const auto& one : cases) EXPECT_EQ(told(workbook(one.data)), one.expected) << one.data;
}

TEST(Xlsx, ABrokenRowDoesNotCostTheNext) {
  const std::string huge(cell_bytes_max + 1, 'x');
  const struct {
    std::string row;
    std::string expected;
  } cases[] = {
      {"<c r='C2'><v>1</v></c>", "row.too_many_cells"},
      {"<c r='GS2'><v>1</v></c>", "row.too_many_cells"},
      {"<c r='XFD2'><v>1</v></c>", "row.too_many_cells"},
      {"<c r='B2' t='str'><v>" + huge + "</v></c>", "row.cell_too_large b"},
      {"<c r='B2' t='str'><v>x_x0001_</v></c>", "field.control_character b"},
      {"<c r='A2' t='s'><v>0</v></c>", "row.cell_malformed a"},
      {"<c r='B2'><v>1</v></c><c r='A2'><v>1</v></c>", "row.cell_malformed"},
      {"<c r='A2'><v>1</v></c><c r='A2'><v>1</v></c>", "row.cell_malformed b"},
      {"<c r='2A'><v>1</v></c>", "row.cell_malformed a"},
      {"<c r='AAAA2'><v>1</v></c>", "row.cell_malformed a"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(
        told(table("<row r='2'>" + one.row + "</row><row r='3'><c r='A3'><v>1</v></c></row>")),
        "2: " + one.expected + "\n3: [1][]\n");
}

TEST(Xlsx, RefusesRowsAndCellsWhereNoneMayStand) {
  const std::string cell = "<c t='str'><v>x</v></c>";
  EXPECT_EQ(told(table("<row><row>" + cell + "</row>" + cell + "</row>")), "table.malformed");
  EXPECT_EQ(told(table("<row><c t='str'><row>" + cell + "</row></c></row>")), "table.malformed");
  EXPECT_EQ(told(table("<row/>" + cell)), "table.malformed");
  EXPECT_EQ(told(table("<row r='9223372036854775807'>" + cell + "</row><row>" + cell + "</row>")),
            "2: [x][]\n3: [x][]\n");
}

TEST(Xlsx, ALargeCellMayBeAsLargeAsOneOfCsv) {
  const std::string escapes = [] {
    std::string out;
    for (std::size_t i = 0; i < cell_bytes_max; ++i) out += "_x0041_";
    return out;
  }();
  EXPECT_EQ(cell("<c t='str'><v>" + escapes + "</v></c>"), std::string(cell_bytes_max, 'A'));
  EXPECT_EQ(cell("<c t='str'><v>" + escapes + "_x0041_</v></c>"), "row.cell_too_large");
}

TEST(Xlsx, AWorkbookNeedsNeitherSharedStringsNorStyles) {
  Parts parts = table("<row><c s='1'><v>1</v></c></row>");
  parts.erase("xl/sharedStrings.xml");
  parts.erase("xl/styles.xml");
  parts["xl/_rels/workbook.xml.rels"] = relationships({"worksheet", "worksheets/sheet1.xml"});
  EXPECT_EQ(told(parts), "2: [1][]\n");
}

}  // namespace
}  // namespace xb::exchange
