#include "platform/exchange/table_writer.h"

#include <csignal>
#include <cstdlib>
#include <iterator>
#include <sys/resource.h>

#include <gtest/gtest.h>

#include "platform/exchange/csv.h"
#include "platform/exchange/package.h"
#include "platform/exchange/xlsx.h"
#include "platform/storage/counters_fixture.h"

namespace xb::exchange {
namespace {

using Cells = std::vector<std::string>;

const std::vector<Cells> difficult = {
    {"张三", "他说“好”，\"行\"", "x"},
    {"a,b", "第一行\n第二行\r\n第三行\r尾", "\"\""},
    {" 前后 ", "", "'"},
    {"_x0041_", "_x005F_", "_x0041_x0042_ _x12_ _x"},
    {"<&>", "]]>", "&amp;"},
    {"𠀀😀", "\t制表", "\n"},
    {"1", "007", "1E5"},
};

class XlsxWriting : public testing::Test {
 protected:
  XlsxWriting() {
    std::string name = std::filesystem::temp_directory_path() / "table_writer_test-XXXXXX";
    directory_ = mkdtemp(name.data());
  }
  ~XlsxWriting() override { std::filesystem::remove_all(directory_); }

  bool nothing_is_left() const { return std::filesystem::is_empty(directory_); }

  std::string written(const Cells& header, const std::vector<Cells>& rows) const {
    const auto writer = xlsx_writer(header, directory_);
    for (const Cells& row : rows) {
      writer->row(row);
      EXPECT_EQ(writer->take(), "");
    }
    return writer->finish();
  }

  // Column A of the first row.
  std::string read_back(const std::string& cell) const {
    const auto reader = read_xlsx(written({"a"}, {{cell}}));
    if (!reader) return reader.error().code;
    const auto row = (*reader)->next();
    return row && !row->error ? row->cells.at(0) : "none";
  }

  static std::string sheet_of(std::string bytes) {
    const auto package = Package::open(std::move(bytes));
    auto part = (*package)->part("xl/worksheets/sheet1.xml");
    std::string xml(64 * 1024, '\0');
    xml.resize(part->read(xml.data(), xml.size()).value());
    return xml;
  }

  std::filesystem::path directory_;
};

TEST(CsvWriting, QuotesWhatNeedsIt) {
  const struct {
    std::string cell;
    std::string expected;
  } cases[] = {
      {"x", "x"},           {"", ""},
      {" x ", " x "},       {"1,2", "\"1,2\""},
      {"\"", "\"\"\"\""},   {"x\ny", "\"x\ny\""},
      {"x\ry", "\"x\ry\""}, {"中文；，", "中文；，"},
      {"x\ty", "x\ty"},     {"x=1", "x=1"},
  };
  for (const auto& one : cases) {
    const auto writer = csv_writer({"a"});
    writer->row({one.cell});
    EXPECT_EQ(writer->finish(),
              "\xEF\xBB\xBF"
              "a\r\n" +
                  one.expected + "\r\n");
  }
}

TEST(CsvWriting, ACellThatLooksLikeAFormulaGetsAnApostrophe) {
  const struct {
    std::string cell;
    std::string expected;
  } cases[] = {
      {"=1+1", "'=1+1"},
      {"+86", "'+86"},
      {"-1", "'-1"},
      {"@x", "'@x"},
      {"\tx", "'\tx"},
      {"\rx", "\"'\rx\""},
      {"=\"x\",1", "\"'=\"\"x\"\",1\""},
  };
  for (const auto& one : cases) {
    const auto writer = csv_writer({one.cell});
    writer->row({one.cell});
    EXPECT_EQ(writer->finish(), "\xEF\xBB\xBF" + one.expected + "\r\n" + one.expected + "\r\n");
  }
}

TEST(CsvWriting, CanBeSentPieceByPiece) {
  const auto writer = csv_writer({"a", "b"});
  EXPECT_EQ(writer->take(),
            "\xEF\xBB\xBF"
            "a,b\r\n");
  EXPECT_EQ(writer->take(), "");
  writer->row({"1", "2"});
  writer->row({"3", "4"});
  EXPECT_EQ(writer->take(), "1,2\r\n3,4\r\n");
  writer->row({"5", "6"});
  EXPECT_EQ(writer->finish(), "5,6\r\n");
}

TEST(CsvWriting, TheReaderReadsWhatWasWritten) {
  const auto writer = csv_writer({"名, 一", "二", "三"});
  for (const Cells& row : difficult) writer->row(row);
  const auto reader = read_csv(writer->finish(), {});
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->header(), (Cells{"名, 一", "二", "三"}));
  for (const Cells& row : difficult) {
    const bool guarded = row[1].starts_with("\t");
    const Cells expected{row[0], guarded ? "'" + row[1] : row[1], row[2]};
    EXPECT_EQ((*reader)->next()->cells, expected);
  }
  EXPECT_FALSE((*reader)->next());
}

TEST_F(XlsxWriting, TheReaderReadsWhatWasWritten) {
  const auto reader = read_xlsx(written({"名", "=二", "三"}, difficult));
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->header(), (Cells{"名", "=二", "三"}));
  for (const Cells& row : difficult) EXPECT_EQ((*reader)->next()->cells, row);
  EXPECT_FALSE((*reader)->next());
}

TEST_F(XlsxWriting, NoCellIsAFormulaANumberOrALink) {
  for (const std::string cell : {"=1+1", "{=1}", "+1", "-1", "@x", "http://example.com", "1"}) {
    EXPECT_EQ(read_back(cell), cell);
    const std::string xml = sheet_of(written({"a"}, {{cell}}));
    EXPECT_NE(xml.find("t=\"inlineStr\"><is><t>" + cell + "<"), std::string::npos) << xml;
    for (const std::string element : {"<f>", "<f ", "<v>", "<hyperlink"})
      EXPECT_EQ(xml.find(element), std::string::npos) << xml;
  }
}

TEST_F(XlsxWriting, TheHeaderIsBoldFrozenAndFilters) {
  const std::string xml = sheet_of(written({"a", "b"}, {{"1", "2"}, {"3", "4"}}));
  for (const std::string part : {"<c r=\"A1\" s=\"1\" t=", "<c r=\"A2\" t=", "<pane ySplit=\"1\"",
                                 "state=\"frozen\"", "<autoFilter ref=\"A1:B3\"/>"})
    EXPECT_NE(xml.find(part), std::string::npos) << part << xml;
}

TEST_F(XlsxWriting, WhatASheetCannotHoldIsReplaced) {
  const struct {
    std::string cell;
    std::string expected;
  } cases[] = {
      {"a\x01"
       "b\x7F"
       "c\x1B",
       "a\uFFFDb\uFFFDc\uFFFD"},
      {"\xB1\xE0x", "\uFFFD\uFFFDx"},
      {"x\xE4\xB8", "x\uFFFD\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"\uFFFE\uFFFF", "\uFFFD\uFFFD"},
      {std::string("a\0b", 3), "a\uFFFDb"},
  };
  for (const auto& one : cases) EXPECT_EQ(read_back(one.cell), one.expected);
}

TEST_F(XlsxWriting, LongTextIsCutWithAMark) {
  const auto times = [](std::size_t count, const std::string& what) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += what;
    return out;
  };
  const struct {
    std::string cell;
    std::string expected;
  } cases[] = {
      {times(32'767, "x"), times(32'767, "x")},
      {times(32'768, "x"), times(32'766, "x") + "…"},
      {times(32'767, "中"), times(32'767, "中")},
      {times(40'000, "中"), times(32'766, "中") + "…"},
      {times(16'383, "😀") + "x", times(16'383, "😀") + "x"},
      {times(16'384, "😀"), times(16'383, "😀") + "…"},
      {"x" + times(16'384, "😀"), "x" + times(16'382, "😀") + "…"},
      {times(10'000, "_x0041_"), times(2'520, "_x0041_") + "…"},
  };
  for (const auto& one : cases) EXPECT_TRUE(read_back(one.cell) == one.expected);
}

TEST_F(XlsxWriting, LeavesNoFileBehind) {
  const std::string bytes = written({"a"}, {{"1"}});
  EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
  EXPECT_TRUE(nothing_is_left());
}

TEST_F(XlsxWriting, ATableThatIsNeverFinishedLeavesNothing) {
  const auto open_files = [] {
    const std::filesystem::directory_iterator files("/proc/self/fd");
    return std::distance(begin(files), end(files));
  };
  const auto before = open_files();
  {
    const auto writer = xlsx_writer({"a"}, directory_);
    writer->row({"1"});
    EXPECT_FALSE(nothing_is_left());
    EXPECT_GT(open_files(), before);
  }
  EXPECT_TRUE(nothing_is_left());
  EXPECT_EQ(open_files(), before);
}

TEST_F(XlsxWriting, ATableWithoutRowsIsAHeader) {
  const auto reader = read_xlsx(written({"a", "b"}, {}));
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->header(), (Cells{"a", "b"}));
  EXPECT_FALSE((*reader)->next());
}

TEST_F(XlsxWriting, ARowWithoutContentKeepsItsPlace) {
  const auto reader =
      read_xlsx(written({"a", "b"}, {{"", ""}, {"1", ""}, {"", ""}, {"", "2"}, {"", ""}}));
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->next()->line, 3);
  EXPECT_EQ((*reader)->next()->line, 5);
  EXPECT_FALSE((*reader)->next());
}

TEST_F(XlsxWriting, ADirectoryThatIsNotThereIsAFailureOfTheStorage) {
  EXPECT_EQ(storage::fault_of([&] { xlsx_writer({"a"}, directory_ / "none"); }), "io");
}

// What libxlsxwriter does not tell: the disk is full while it writes.
TEST_F(XlsxWriting, AFullDiskIsAFailureOfTheStorage) {
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, SIG_IGN);
  const auto writer = xlsx_writer({"a"}, directory_);
  for (int i = 0; i < 10'000; ++i) writer->row({std::to_string(i)});
  const rlimit small{.rlim_cur = 4096, .rlim_max = before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  const std::string fault = storage::fault_of([&] { writer->finish(); });
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(fault, "io");
}

TEST(TableWritingDeathTest, ARowHasAsManyCellsAsTheHeader) {
  EXPECT_DEATH(csv_writer({"a", "b"})->row({"1"}), "broken invariant");
}

}  // namespace
}  // namespace xb::exchange
