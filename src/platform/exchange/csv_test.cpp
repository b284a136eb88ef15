#include "platform/exchange/csv.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace xb::exchange {
namespace {

using Cells = std::vector<std::string>;

constexpr CsvFormat gb18030{.encoding = CsvFormat::Encoding::gb18030};

std::vector<TableRow> rows(std::string bytes, const CsvFormat& format = {}) {
  const auto reader = read_csv(std::move(bytes), format);
  EXPECT_TRUE(reader) << reader.error().code;
  std::vector<TableRow> out;
  if (!reader) return out;
  while (auto row = (*reader)->next()) out.push_back(std::move(*row));
  return out;
}

// One line for each row: its line, then its cells in brackets or its error.
std::string told(const std::vector<TableRow>& rows) {
  std::string out;
  for (const TableRow& row : rows) {
    out += std::to_string(row.line) + ":";
    if (row.error) out += " " + row.error->code;
    if (row.error && !row.error->column.empty()) out += " " + row.error->column;
    if (!row.error) out += " ";
    for (const std::string& cell : row.cells) out += "[" + cell + "]";
    out += "\n";
  }
  return out;
}

std::string told(std::string bytes, const CsvFormat& format = {}) {
  return told(rows(std::move(bytes), format));
}

std::string refusal(std::string bytes, const CsvFormat& format = {}) {
  const auto reader = read_csv(std::move(bytes), format);
  if (reader) return "none";
  return reader.error().code + " " + reader.error().field;
}

TEST(Csv, ReadsWhatRfc4180Allows) {
  const struct {
    std::string bytes;
    std::string expected;
  } cases[] = {
      {"a,b\r\n1,2\r\n", "2: [1][2]\n"},
      {"a,b\n1,2\n", "2: [1][2]\n"},
      {"a,b\n1,2", "2: [1][2]\n"},
      {"a,b\r\n1,2\r", "2: [1][2]\n"},
      {"\xEF\xBB\xBF"
       "a,b\n1,2\n",
       "2: [1][2]\n"},
      {"\xEF\xBB\xBF\"a\",b\n1,2\n", "2: [1][2]\n"},
      {"a,b\n,2\n1,\n", "2: [][2]\n3: [1][]\n"},
      {"a,b\n\"1\",\"2\"\n", "2: [1][2]\n"},
      {"a,b\n\"\",\"2\"", "2: [][2]\n"},
      {"a,b\n\"say \"\"yes\"\"\",\"\"\"\"\n", "2: [say \"yes\"][\"]\n"},
      {"a,b\n\"1,2\",3\n", "2: [1,2][3]\n"},
      {"a,b\n 1 ,\t2\n", "2: [ 1 ][\t2]\n"},
      {"a,b\n1\r2,3\n", "2: [1\r2][3]\n"},
      {"名,值\n张三,“好”\n", "2: [张三][“好”]\n"},
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.bytes), one.expected) << one.bytes;
}

TEST(Csv, KeepsLineBreaksInQuotesAndCountsThem) {
  EXPECT_EQ(told("a,b\r\n\"1\r\n2\n3\",4\r\n5,6\r\n"), "2: [1\r\n2\n3][4]\n5: [5][6]\n");
  EXPECT_EQ(told("\"a\nb\",c\n1,2\n"), "3: [1][2]\n");
}

TEST(Csv, TakesAnyDelimiter) {
  for (const char delimiter : {';', '\t', '|', '~'}) {
    const std::string d(1, delimiter);
    EXPECT_EQ(told("a" + d + "b\n1,2" + d + "\"3" + d + "4\"\n", {.delimiter = delimiter}),
              "2: [1,2][3" + d + "4]\n");
  }
}

TEST(Csv, RefusesADelimiterThatCannotBeOne) {
  for (const char delimiter : {'"', '\n', '\r', '\0', ' ', '\x7F', '\x80'})
    EXPECT_EQ(refusal("a,b\n", {.delimiter = delimiter}), "table.delimiter delimiter");
}

TEST(Csv, TrimsTheNamesOfTheHeader) {
  const auto reader = read_csv("\u3000 编号 \t,\" x\ny \",c\r\n", {});
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->header(), (Cells{"编号", "x\ny", "c"}));
  EXPECT_FALSE((*reader)->next());
}

TEST(Csv, RefusesATableWithoutAProperHeader) {
  std::string wide = "c1";
  for (std::size_t i = 2; i <= columns_max; ++i) wide += ",c" + std::to_string(i);
  EXPECT_EQ(refusal(wide), "none");
  const struct {
    std::string bytes;
    std::string expected;
  } cases[] = {
      {"", "table.empty "},
      {"\xEF\xBB\xBF", "table.empty "},
      {"\r\n\n\n", "table.empty "},
      {",,\n1,2,3\n", "table.header header.1"},
      {" \n", "table.header header.1"},
      {"a,,c\n", "table.header header.2"},
      {"a,b,\n", "table.header header.3"},
      {"a,\u3000,c\n", "table.header header.2"},
      {"a,b, a\n", "table.header header.3"},
      {"a,\xB1\xE0\n", "table.header header.2"},
      {"a,b\x01\n", "table.header header.2"},
      {std::string("a\0,\0b\0\n", 7), "table.header header.1"},
      {wide + ",more\n", "table.header header"},
      {"a,\"b\n1,2\n", "table.header "},
      {"a,b\"c\n", "table.header "},
      {"a," + std::string(cell_bytes_max + 1, 'x') + "\n", "table.header header.2"},
      {"a," + std::string(200, 'x') + "\n", "none"},
      {"a," + std::string(201, 'x') + "\n", "table.header header.2"},
  };
  for (const auto& one : cases) EXPECT_EQ(refusal(one.bytes), one.expected) << one.expected;
}

TEST(Csv, PassesOverRowsWithoutContent) {
  EXPECT_EQ(told("\n\r\na,b\n\n,\n\"\",\"\"\n\r\n,,,,\n1,2\n\n"), "9: [1][2]\n");
  EXPECT_EQ(told("a\n\n\"\"\n1\n"), "4: [1]\n");
}

TEST(Csv, ARowThatIsMisquotedSaysSo) {
  const struct {
    std::string row;
  } cases[] = {{"\"1\" ,2"}, {"\"1\"x,2"}, {"1,ab\"c"},  {"1, \"2\""}, {"1,2\""},
               {"1,\"2"},    {"\"1,2"},    {"\"1\"\rx"}, {"\""},       {"1,\"\"\""}};
  for (const auto& one : cases) {
    EXPECT_EQ(told("a,b\n" + one.row), "2: row.quoting\n") << one.row;
    EXPECT_EQ(told("a,b\n" + one.row + "\nx,y\n"), "2: row.quoting\n3: [x][y]\n") << one.row;
  }
}

TEST(Csv, ABrokenRowDoesNotCostTheNext) {
  EXPECT_EQ(told("a,b\n1,2\n3,\"4\n5,6\n7,8\n"),
            "2: [1][2]\n3: row.quoting\n4: [5][6]\n5: [7][8]\n");
  EXPECT_EQ(told("a,b\n3,\"4\n\"5\",6\n7,\"8\n\"\n"), "2: row.quoting\n3: [5][6]\n4: [7][8\n]\n");
  EXPECT_EQ(told("a,b\n\"x\ny\"z,1\n2,3\n"), "2: row.quoting\n3: row.quoting\n4: [2][3]\n");
  EXPECT_EQ(told("a,b\n1\n2,3,4\n5,6\n"),
            "2: row.too_few_cells\n3: row.too_many_cells\n4: [5][6]\n");
}

TEST(Csv, ARowWithLineBreaksAndAWrongCountIsOneError) {
  EXPECT_EQ(told("a,b\n\"1\n2\n3\"\n4,5\n"), "2: row.too_few_cells\n5: [4][5]\n");
}

TEST(Csv, ManyLoneQuotesAreManyErrorsAndNoMore) {
  std::string bytes = "a,b\n";
  for (int i = 0; i < 10'000; ++i) bytes += "x,\"y\n";
  const auto read = rows(bytes + "1,2\n");
  ASSERT_EQ(read.size(), 10'001u);
  for (std::size_t i = 0; i < 10'000; ++i) EXPECT_EQ(read[i].error->code, "row.quoting");
  EXPECT_EQ(read.back().cells, (Cells{"1", "2"}));
  EXPECT_EQ(read.back().line, 10'002);
}

TEST(Csv, AQuoteThatIsNeverClosedIsLookedForOnce) {
  std::string bytes = "a,b\n\"x\n";
  for (int i = 0; i < 200'000; ++i) bytes += i % 2 == 0 ? "1,2\n" : "1,\"\"\n";
  EXPECT_EQ(rows(bytes).size(), 200'001u);
}

TEST(Csv, AHugeCellIsReportedWithItsColumnAndSkipped) {
  const std::string limit(cell_bytes_max, 'x');
  EXPECT_EQ(rows("a,b\n1," + limit + "\n").at(0).cells.at(1).size(), cell_bytes_max);
  for (const std::string& huge : {limit + "x", "\"" + limit + ",\n\"\"\""}) {
    const auto read = rows("a,b\n1," + huge + "\n3,4\n" + huge + ",5\n6,7\n");
    ASSERT_EQ(read.size(), 4u);
    EXPECT_EQ(read[0].error->code, "row.cell_too_large");
    EXPECT_EQ(read[0].error->column, "b");
    EXPECT_EQ(read[1].cells, (Cells{"3", "4"}));
    EXPECT_EQ(read[2].error->column, "a");
    EXPECT_EQ(read[3].cells, (Cells{"6", "7"}));
  }
}

TEST(Csv, TextThatIsNoneIsReportedWithItsColumn) {
  const struct {
    std::string cell;
    std::string expected;
  } cases[] = {
      {"\xB1\xE0", "2: field.encoding b\n"},
      {"\xC0\x80", "2: field.encoding b\n"},
      {"\xED\xA0\x80", "2: field.encoding b\n"},
      {std::string(1, '\0'), "2: field.control_character b\n"},
      {"x\x1By", "2: field.control_character b\n"},
      {"\x7F", "2: field.control_character b\n"},
      {"\"\t\r\n\"", "2: [1][\t\r\n]\n"},
  };
  for (const auto& one : cases) EXPECT_EQ(told("a,b\n1," + one.cell + "\n"), one.expected);
}

TEST(Csv, DecodesGb18030) {
  // 编号,说明 / 1,"中文,㐀€" — two-byte and four-byte characters.
  const std::string bytes =
      "\xB1\xE0\xBA\xC5,\xCB\xB5\xC3\xF7\r\n1,\"\xD6\xD0\xCE\xC4,\x81\x39\xEE\x39\xA2\xE3\"\r\n";
  for (const std::string mark : {"", "\x84\x31\x95\x33"}) {
    const auto reader = read_csv(mark + bytes, gb18030);
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->header(), (Cells{"编号", "说明"}));
    EXPECT_EQ((*reader)->next()->cells, (Cells{"1", "中文,㐀€"}));
  }
}

TEST(Csv, GB18030CharactersHoldNoDelimiter) {
  // 亅 is 81 7C, whose second byte is a `|`.
  EXPECT_EQ(told("a|b\n1|\x81\x7C\n", {.delimiter = '|', .encoding = gb18030.encoding}),
            "2: [1][亅]\n");
}

TEST(Csv, WhatIsNoGb18030IsAnErrorOfItsColumn) {
  for (const std::string cell : {"\xFF", "\x81", "\x81\x30\x81", "\xD6\xD0\x80\xFF"})
    EXPECT_EQ(told("a,b\n1," + cell + "\n2,3\n", gb18030), "2: field.encoding b\n3: [2][3]\n");
  EXPECT_EQ(refusal("a,\xFF\n", gb18030), "table.header header.2");
  EXPECT_EQ(told(std::string("a,b\n1,\0\n", 8), gb18030), "2: field.control_character b\n");
}

TEST(Csv, SurvivesAnyCutAndAnyFlippedByte) {
  const std::string whole =
      "\xEF\xBB\xBF编号,\"说 \"\"明\"\"\"\r\n1,\"行\r\n二, x\"\r\n\r\n2,\xF0\xA0\x80\x80\r\n";
  for (const CsvFormat& format : {CsvFormat{}, gb18030}) {
    for (std::size_t i = 0; i < whole.size(); ++i) {
      if (const auto reader = read_csv(whole.substr(0, i), format))
        while ((*reader)->next()) continue;
      for (unsigned flip = 1; flip < 256; ++flip) {
        std::string bytes = whole;
        bytes[i] = static_cast<char>(static_cast<unsigned char>(bytes[i]) ^ flip);
        if (const auto reader = read_csv(bytes, format))
          while ((*reader)->next()) continue;
      }
    }
  }
}

}  // namespace
}  // namespace xb::exchange
