// How described structs meet JSON.
#include "core/json_struct.h"

#include <optional>
#include <string>
#include <vector>

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace xb::letters {

enum class Channel { counter, hotline };
BOOST_DESCRIBE_ENUM(Channel, counter, hotline)

struct Enclosure {
  Text<5, Presence::required> name;
  std::optional<std::int64_t> pages;
};
BOOST_DESCRIBE_STRUCT(Enclosure, (), (name, pages))

struct Letter {
  Id<Letter> id;
  Channel channel = Channel::counter;
  Instant received_at;
  std::optional<Date> dated_on;
  bool urgent = false;
  std::optional<Text<10>> remark;
  std::vector<Enclosure> enclosures;
};
BOOST_DESCRIBE_STRUCT(Letter, (), (id, channel, received_at, dated_on, urgent, remark, enclosures))

struct Drawer {
  Letter letter;
  std::optional<Letter> answer;
  std::vector<std::vector<std::int64_t>> shelves;
};
BOOST_DESCRIBE_STRUCT(Drawer, (), (letter, answer, shelves))

namespace {

const std::string whole =
    R"({"id":7,"channel":"hotline","received_at":"2026-03-02T01:00:00.000Z",)"
    R"("dated_on":"2026-03-01","urgent":true,"remark":"急",)"
    R"("enclosures":[{"name":"回单","pages":2},{"name":"照片","pages":null}]})";

template <class T>
Result<T> read(const std::string& text) {
  const auto json = TRY(parse_json(text));
  return Json<T>::read(json);
}

template <class T>
std::string refusal(const std::string& text) {
  const auto value = read<T>(text);
  return value ? "" : value.error().code + " " + value.error().field;
}

// `whole` with a member's value replaced; the member goes where `value` is empty.
std::string with(const std::string& member, const std::string& value) {
  auto json = *parse_json(whole);
  json.as_object().erase(member);
  std::string text = boost::json::serialize(json);
  if (!value.empty()) text.insert(1, "\"" + member + "\":" + value + ",");
  return text;
}

TEST(JsonOfStructs, ComesBackAsItWas) {
  const auto letter = read<Letter>(whole);
  ASSERT_TRUE(letter) << letter.error().code << letter.error().field;
  EXPECT_EQ(letter->id, Id<Letter>{7});
  EXPECT_EQ(letter->channel, Channel::hotline);
  EXPECT_EQ(letter->received_at, *parse_instant("2026-03-02T09:00:00+08:00"));
  EXPECT_EQ(letter->remark->str(), "急");
  EXPECT_EQ(letter->enclosures.size(), 2u);
  EXPECT_EQ(letter->enclosures[0].pages, 2);
  EXPECT_FALSE(letter->enclosures[1].pages);
  EXPECT_EQ(to_json(*letter), whole);
}

TEST(JsonOfStructs, AnOptionalMemberMayBeAbsentOrNull) {
  for (const std::string member : {"dated_on", "remark"}) {
    for (const std::string value : {"", "null"}) {
      const auto letter = read<Letter>(with(member, value));
      ASSERT_TRUE(letter) << member;
      EXPECT_NE(to_json(*letter).find("\"" + member + "\":null"), std::string::npos);
    }
  }
}

TEST(JsonOfStructs, EveryOtherMemberIsRequired) {
  for (const std::string member : {"id", "channel", "received_at", "urgent", "enclosures"}) {
    EXPECT_EQ(refusal<Letter>(with(member, "")), "field.required " + member);
    EXPECT_EQ(refusal<Letter>(with(member, "null")), "field.type " + member);
  }
  EXPECT_EQ(refusal<Letter>("{}"), "field.required id");
}

TEST(JsonOfStructs, AMemberThatIsNotDescribedIsRefused) {
  EXPECT_EQ(refusal<Letter>(with("colour", "1")), "field.unknown colour");
  EXPECT_EQ(refusal<Letter>(with("ID", "1")), "field.unknown ID");
  EXPECT_EQ(refusal<Letter>(with("颜色", "1")), "field.unknown ?");
  EXPECT_EQ(refusal<Letter>(with("enclosures", R"([{"name":"a","size":1}])")),
            "field.unknown enclosures.0.size");
}

TEST(JsonOfStructs, AWrongTypeNamesItsField) {
  const struct {
    std::string member;
    std::string value;
    std::string refused;
  } cases[] = {
      {"id", "\"7\"", "field.type id"},
      {"id", "7.0", "field.type id"},
      {"id", "0", "field.range id"},
      {"id", "-1", "field.range id"},
      {"id", "9007199254740992", "field.range id"},
      {"channel", "\"letter\"", "field.choice channel"},
      {"channel", "\"Hotline\"", "field.choice channel"},
      {"channel", "\"\"", "field.choice channel"},
      {"channel", "1", "field.type channel"},
      {"received_at", "1772413200000", "field.type received_at"},
      {"received_at", "\"2026-03-02T09:00:00\"", "field.instant received_at"},
      {"received_at", "\"2026-03-02T23:59:60Z\"", "field.instant received_at"},
      {"dated_on", "\"2026-02-30\"", "field.date dated_on"},
      {"dated_on", "20260301", "field.type dated_on"},
      {"urgent", "1", "field.type urgent"},
      {"urgent", "\"true\"", "field.type urgent"},
      {"remark", "[]", "field.type remark"},
      {"remark", "\"一二三四五六七八九十一\"", "field.too_long remark"},
      {"remark", R"("a\u0001")", "field.control_character remark"},
      {"enclosures", "{}", "field.type enclosures"},
      {"enclosures", "[{\"name\":\"a\"},1]", "field.type enclosures.1"},
      {"enclosures", "[null]", "field.type enclosures.0"},
      {"enclosures", R"([{"name":"a"},{"name":"b"},{}])", "field.required enclosures.2.name"},
      {"enclosures", R"([{"name":"\u3000"}])", "field.empty enclosures.0.name"},
      {"enclosures", R"([{"name":"a","pages":"2"}])", "field.type enclosures.0.pages"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(refusal<Letter>(with(one.member, one.value)), one.refused)
        << one.member << ": " << one.value;
  for (const std::string text : {"[]", "null", "1", "\"\"", "true"})
    EXPECT_EQ(refusal<Letter>(text), "field.type ") << text;
}

TEST(JsonOfStructs, AFieldIsNamedByItsWholePath) {
  const auto drawer = [](const std::string& answer, const std::string& shelves) {
    return "{\"letter\":" + whole + ",\"answer\":" + answer + ",\"shelves\":" + shelves + "}";
  };
  EXPECT_EQ(refusal<Drawer>(drawer("null", "[[1,2],[]]")), "");
  EXPECT_EQ(refusal<Drawer>(drawer(whole, "[]")), "");
  EXPECT_EQ(refusal<Drawer>(drawer("{}", "[]")), "field.required answer.id");
  EXPECT_EQ(refusal<Drawer>(drawer(with("enclosures", "[{\"name\":1}]"), "[]")),
            "field.type answer.enclosures.0.name");
  EXPECT_EQ(refusal<Drawer>(drawer("null", "[[1],[2,\"3\"]]")), "field.type shelves.1.1");
  EXPECT_EQ(refusal<Drawer>(drawer("null", "[[1],2]")), "field.type shelves.1");
}

TEST(JsonOfStructs, NumbersStayExactInJavascript) {
  EXPECT_EQ(read<std::int64_t>("9007199254740991"), 9'007'199'254'740'991);
  EXPECT_EQ(read<std::int64_t>("-9007199254740991"), -9'007'199'254'740'991);
  EXPECT_EQ(read<std::int64_t>("0"), 0);
  for (const std::string number : {"9007199254740992", "-9007199254740992", "9223372036854775807"})
    EXPECT_EQ(refusal<std::int64_t>(number), "field.range ") << number;
  for (const std::string number : {"1.0", "1e3", "true", "\"1\"", "null"})
    EXPECT_EQ(refusal<std::int64_t>(number), "field.type ") << number;
  EXPECT_EQ(refusal<std::int64_t>("18446744073709551616"), "json.number ");
}

TEST(JsonOfStructs, AnAbsentIdIsWrittenAsNull) {
  EXPECT_EQ(to_json(Id<Letter>{}), "null");
  EXPECT_EQ(to_json(Id<Letter>{9}), "9");
  EXPECT_EQ(to_json(std::string{"a\"b"}), R"("a\"b")");
}

TEST(JsonOfStructs, AreDescribedForOpenApi) {
  Schemas parts;
  const auto reference = Json<Drawer>::schema(parts);
  EXPECT_EQ(boost::json::serialize(reference), R"({"$ref":"#/components/schemas/letters.Drawer"})");
  ASSERT_TRUE(parts.contains("letters.Letter"));
  EXPECT_EQ(
      boost::json::serialize(parts.at("letters.Enclosure")),
      R"({"type":"object","properties":{"name":{"type":"string","maxLength":5,"minLength":1},)"
      R"("pages":{"anyOf":[{"type":"integer","format":"int64"},{"type":"null"}]}},)"
      R"("additionalProperties":false,"required":["name"]})");
  EXPECT_EQ(boost::json::serialize(Json<Channel>::schema(parts)),
            R"({"type":"string","enum":["counter","hotline"]})");
}

struct Stray {};
BOOST_DESCRIBE_STRUCT(Stray, (), ())

TEST(JsonOfStructs, AreNotShownInOpenApiWithoutANameForIt) {
  Schemas parts;
  EXPECT_DEATH(Json<Stray>::schema(parts), "broken invariant");
}

}  // namespace
}  // namespace xb::letters
