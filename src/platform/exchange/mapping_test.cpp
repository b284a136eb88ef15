#include "platform/exchange/mapping.h"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace xb::exchange {
namespace {

const std::set<std::string> fields{"received_at", "summary",      "state",
                                   "business",    "source",       "rest",
                                   "person.name", "person.phone", "person.home.city"};

const std::string head = "name = \"ours\"\ntarget = \"parcels\"\nsource_id = \"No\"\n";

std::string refusal(const std::string& toml) {
  const auto mapping = Mapping::parse(toml, fields);
  return mapping ? "none" : mapping.error().code + " " + mapping.error().field;
}

// A mapping, a header and rows put together.
class Table {
 public:
  Table(const std::string& toml, std::vector<std::string> header, Zone zone = {})
      : mapping_(Mapping::parse(head + toml, fields)) {
    EXPECT_TRUE(mapping_.has_value()) << mapping_.error().code << mapping_.error().field;
    auto mapper = RowMapper::make(*mapping_, header, zone);
    EXPECT_TRUE(mapper.has_value()) << mapper.error().field;
    mapper_ = std::move(*mapper);
  }

  // The row as JSON, or what it is refused with.
  std::string map(std::vector<std::string> cells) const {
    const auto mapped = mapper_.map({2, std::move(cells), {}});
    if (!mapped) return mapped.error().code + " " + mapped.error().field;
    return boost::json::serialize(mapped->values);
  }
  const RowMapper& mapper() const { return mapper_; }

 private:
  Result<Mapping> mapping_;
  RowMapper mapper_;
};

TEST(Mapping, TheShippedOnesFitWhatTheyAreFor) {
  EXPECT_EQ(shipped_mappings("complaints"), (std::vector<std::string>{"cfpb", "ledger"}));
  EXPECT_EQ(shipped_mappings("referrals"),
            (std::vector<std::string>{"nfra_12378", "pboc_12363", "work_order_12345"}));
  EXPECT_TRUE(shipped_mappings("nothing").empty());
}

TEST(Mapping, ReadsDaysAndTimesAsRegistersWriteThem) {
  const struct {
    const char* text;
    const char* instant;  // empty: none
  } cases[] = {
      {"2026-11-09", "2026-11-08T16:00:00.000Z"},
      {"2026/11/9", "2026-11-08T16:00:00.000Z"},
      {"2026年11月9日", "2026-11-08T16:00:00.000Z"},
      {"2026-11-09 16:40", "2026-11-09T08:40:00.000Z"},
      {"2026-11-09T16:40:05", "2026-11-09T08:40:05.000Z"},
      {"2026年11月9日 16时40分", "2026-11-09T08:40:00.000Z"},
      {"2026-02-30", ""},
      {"2026-11-09 24:00", ""},
      {"2026-11-09 16", ""},
      {"20261109", ""},
      {"2026-11-09 16:40:05.123", ""},
      {"", ""},
  };
  for (const auto& one : cases) {
    const auto at = read_local(one.text, Zone{});
    EXPECT_EQ(at ? format(*at) : "", one.instant) << one.text;
  }
  const Table days("[fields.summary]\ncolumn = \"A\"\nformat = \"day\"\n", {"No", "A"});
  EXPECT_EQ(days.map({"1", "2026/3/9 8:05"}), R"({"summary":"2026-03-09"})");
  EXPECT_EQ(days.map({"1", "soon"}), "field.date summary");
}

TEST(Mapping, ReadsAmountsAsPeopleWriteThem) {
  const Table table("[fields.summary]\ncolumn = \"A\"\nformat = \"yuan\"\n", {"No", "A"});
  for (const auto& [text, fen] : std::map<std::string, std::string>{
           {"1200", "120000"},
           {"1,200.5", "120050"},
           {"￥1,234,567.89元", "123456789"},
           {"0.30 元", "30"},
           {"0", "0"},
       })
    EXPECT_EQ(table.map({"1", text}), R"({"summary":)" + fen + "}") << text;
  EXPECT_EQ(table.map({"1", ""}), "{}");
  for (const char* text : {"-5", "1.234", "1,2", "12,00", "1200,300", "12345,678", "￥¥5", "1e3",
                           "约3000元", "1234567890123456", "."})
    EXPECT_EQ(table.map({"1", text}), "field.amount summary") << text;
}

TEST(Mapping, SaysWhichColumnsGoBack) {
  const auto mapping = Mapping::parse(
      head +
          "[fields.state]\ncolumn = \"S\"\n[fields.state.values]\n\"开\" = \"open\"\n"
          "[[back]]\ncolumn = \"S\"\n[[back]]\ncolumn = \"At\"\nfield = \"ended_at\"\n",
      fields);
  ASSERT_TRUE(mapping.has_value());
  ASSERT_EQ(mapping->back.size(), 2u);
  EXPECT_EQ(mapping->back[0].field, "state");
  EXPECT_EQ(mapping->back[0].values.at("open"), "开");
  EXPECT_EQ(mapping->back[1].field, "ended_at");
  EXPECT_EQ(refusal(head + "[fields.summary]\ncolumn = \"A\"\n[[back]]\ncolumn = \"B\"\n"),
            "mapping.malformed back");
}

TEST(Mapping, WhatIsMalformedNamesTheKeyAtFault) {
  const std::string one_field = "[fields.summary]\ncolumn = \"What\"\n";
  const struct {
    std::string toml;
    std::string refusal;
  } cases[] = {
      {head + one_field, "none"},
      {"this is no TOML", "mapping.malformed "},
      {"", "mapping.malformed name"},
      {"name = 5\nsource_id = \"No\"\n" + one_field, "mapping.malformed name"},
      {"name = \"" + std::string(65, 'x') + "\"\nsource_id = \"No\"\n" + one_field,
       "mapping.malformed name"},
      {"name = \"ours\"\n" + one_field, "mapping.malformed source_id"},
      {head + "delimiter = \";;\"\n" + one_field, "mapping.malformed delimiter"},
      {head + "delimiter = \"\"\n" + one_field, "mapping.malformed delimiter"},
      {head + "encoding = \"latin1\"\n" + one_field, "mapping.malformed encoding"},
      {head + "encoding = \"gb18030\"\n" + one_field, "none"},
      {head, "mapping.malformed fields"},
      {head + "fields = 5\n", "mapping.malformed fields"},
      {head + "fields = {summary = 5}\n", "mapping.malformed fields.summary"},
      {head + "[fields.summary]\n", "mapping.malformed fields.summary"},
      {head + "[fields.summary]\ncolumn = \"a\"\nconstant = \"b\"\n",
       "mapping.malformed fields.summary"},
      {head + "[fields.summary]\ncolumns = [1]\n", "mapping.malformed fields.summary.columns"},
      {head + "[fields.summary]\ncolumn = \"a\"\nformat = \"hour\"\n",
       "mapping.malformed fields.summary.format"},
      {head + "[fields.summary]\ncolumn = \"a\"\n[fields.summary.values]\nx = 1\n",
       "mapping.malformed fields.summary.values"},
      {head + "[fields.colour]\ncolumn = \"a\"\n", "mapping.unknown_field colour"},
      {head + "[fields.\"张三\"]\ncolumn = \"a\"\n", "mapping.unknown_field ?"},
      {head + "[fields.person]\ncolumn = \"a\"\n", "mapping.unknown_field person"},
      {head + "[fields.\"person.name\"]\ncolumn = \"a\"\n", "none"},
  };
  for (const auto& one : cases) EXPECT_EQ(refusal(one.toml), one.refusal) << one.toml;
}

TEST(Mapping, EveryColumnItNamesMustBeInTheTable) {
  const auto mapping =
      Mapping::parse(head + "[fields.summary]\ncolumns = [\"What\", \"More\"]\n", fields);
  const auto missing = [&](const std::vector<std::string>& header) {
    const auto mapper = RowMapper::make(*mapping, header, {});
    return mapper ? "none" : mapper.error().code + " " + mapper.error().field;
  };
  EXPECT_EQ(missing({"More", "No", "Other", "What"}), "none");
  EXPECT_EQ(missing({"What", "More"}), "import.column_missing No");
  EXPECT_EQ(missing({"No", "What"}), "import.column_missing More");
  EXPECT_EQ(missing({"no", "What", "More"}), "import.column_missing No") << "as it is written";
}

TEST(RowMapper, PutsAColumnIntoItsField) {
  const Table table("[fields.summary]\ncolumn = \"What\"\n", {"No", "What"});
  EXPECT_EQ(table.map({"1", "a late letter"}), R"({"summary":"a late letter"})");
  EXPECT_EQ(table.map({"1", ""}), "{}") << "an empty cell makes no member";
}

TEST(RowMapper, NestsAtTheDots) {
  const Table table(
      "[fields.\"person.name\"]\ncolumn = \"Who\"\n"
      "[fields.\"person.home.city\"]\ncolumn = \"City\"\n"
      "[fields.\"person.phone\"]\ncolumn = \"Phone\"\n",
      {"No", "Who", "City", "Phone"});
  EXPECT_EQ(table.map({"1", "Li", "云津", "139"}),
            R"({"person":{"home":{"city":"云津"},"name":"Li","phone":"139"}})");
  EXPECT_EQ(table.map({"1", "", "", "139"}), R"({"person":{"phone":"139"}})");
  EXPECT_EQ(table.map({"1", "", "", ""}), "{}");
}

TEST(RowMapper, JoinsColumnsAndLeavesOutEmptyOnes) {
  const Table plain("[fields.summary]\ncolumns = [\"A\", \"B\", \"C\"]\n", {"No", "A", "B", "C"});
  EXPECT_EQ(plain.map({"1", "x", "y", "z"}), R"({"summary":"x / y / z"})");
  EXPECT_EQ(plain.map({"1", "x", "", "z"}), R"({"summary":"x / z"})");
  EXPECT_EQ(plain.map({"1", "", "", "z"}), R"({"summary":"z"})");
  const Table dashed("[fields.summary]\ncolumns = [\"A\", \"B\"]\njoin = \"——\"\n",
                     {"No", "A", "B"});
  EXPECT_EQ(dashed.map({"1", "x", "y"}), R"({"summary":"x——y"})");
}

TEST(RowMapper, FillsAConstant) {
  const Table table("[fields.source]\nconstant = \"CFPB\"\n", {"No"});
  EXPECT_EQ(table.map({"1"}), R"({"source":"CFPB"})");
}

TEST(RowMapper, ReplacesWholeTextsByItsListOfValues) {
  const std::string values =
      "[fields.state]\ncolumn = \"S\"\n%[fields.state.values]\n"
      "\"done\" = \"closed\"\n\"\" = \"registered\"\n";
  const auto toml = [&](const std::string& more) {
    std::string out = values;
    return out.replace(out.find('%'), 1, more);
  };
  const Table strict(toml(""), {"No", "S"});
  EXPECT_EQ(strict.map({"1", "done"}), R"({"state":"closed"})");
  EXPECT_EQ(strict.map({"1", ""}), R"({"state":"registered"})");
  EXPECT_EQ(strict.map({"1", "done "}), "field.choice state");
  EXPECT_EQ(strict.map({"1", "lost"}), "field.choice state");
  const Table lax(toml("otherwise = \"withdrawn\"\n"), {"No", "S"});
  EXPECT_EQ(lax.map({"1", "lost"}), R"({"state":"withdrawn"})");
  EXPECT_EQ(lax.map({"1", "done"}), R"({"state":"closed"})");
}

TEST(RowMapper, AnEmptyTextThatTheValuesDoNotHaveMakesNoMember) {
  const Table table("[fields.state]\ncolumn = \"S\"\n[fields.state.values]\ndone = \"closed\"\n",
                    {"No", "S"});
  EXPECT_EQ(table.map({"1", ""}), "{}");
}

TEST(RowMapper, ADayStartsInTheBanksZone) {
  const std::string toml = "[fields.received_at]\ncolumn = \"On\"\nformat = \"date\"\n";
  const Table china(toml, {"No", "On"});
  EXPECT_EQ(china.map({"1", "2026-03-02"}), R"({"received_at":"2026-03-01T16:00:00.000Z"})");
  const Table utc(toml, {"No", "On"}, *parse_zone("Z"));
  EXPECT_EQ(utc.map({"1", "2026-03-02"}), R"({"received_at":"2026-03-02T00:00:00.000Z"})");
  EXPECT_EQ(china.map({"1", ""}), "{}");
  for (const char* day : {"2026-02-30", "03/02/2026", "2026-3-2", "2026-03-02T00:00:00Z", "x"})
    EXPECT_EQ(china.map({"1", day}), "field.date received_at") << day;
}

TEST(RowMapper, KeepsWhatNoFieldTakesWhole) {
  const Table table(
      "rest = \"rest\"\n"
      "[fields.summary]\ncolumn = \"What\"\n"
      "[fields.business]\ncolumns = [\"Product\", \"Kind\"]\n"
      "[fields.state]\ncolumn = \"S\"\notherwise = \"closed\"\n"
      "[fields.state.values]\nx = \"registered\"\n",
      {"No", "What", "Product", "Kind", "S", "Extra", "Empty"});
  EXPECT_EQ(table.map({"1", "w", "p", "k", "s", "e \"quoted\"", ""}),
            R"({"business":"p / k","state":"closed","summary":"w",)"
            R"("rest":"{\"Product\":\"p\",\"Kind\":\"k\",\"S\":\"s\",)"
            R"(\"Extra\":\"e \\\"quoted\\\"\"}"})");
}

TEST(RowMapper, ARowWithoutAnIdOfItsSourceIsRefused) {
  const Table table("[fields.summary]\ncolumn = \"What\"\n", {"No", "What"});
  EXPECT_EQ(table.map({"", "x"}), "import.source_id_missing source_id");
  EXPECT_EQ(table.map({std::string(201, '1'), "x"}), "import.source_id_missing source_id");
  EXPECT_EQ(table.map({std::string(200, '1'), "x"}), R"({"summary":"x"})");
}

TEST(RowMapper, TellsTheColumnsOfAField) {
  const Table table(
      "[fields.summary]\ncolumns = [\"A\", \"B\"]\n[fields.source]\nconstant = \"x\"\n",
      {"No", "A", "B"});
  EXPECT_EQ(table.mapper().columns_of("summary"), "A, B");
  EXPECT_EQ(table.mapper().columns_of("source_id"), "No");
  EXPECT_EQ(table.mapper().columns_of("source"), "");
  EXPECT_EQ(table.mapper().columns_of("nothing"), "");
}

}  // namespace
}  // namespace xb::exchange
