// What parse_json takes and what write_json_string makes.
#include "core/json.h"

#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace xb {
namespace {

using std::string_literals::operator""s;

// `code field`, or what was read, as JSON.
std::string told(std::string_view text) {
  const auto value = parse_json(text);
  if (value) return boost::json::serialize(*value);
  return value.error().code + (value.error().field.empty() ? "" : " " + value.error().field);
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string list_of(std::size_t count) { return "[0" + times(count - 1, ",0") + "]"; }

std::string object_of(std::size_t count) {
  std::string out = "{";
  for (std::size_t i = 0; i < count; ++i)
    out += (i == 0 ? "\"" : ",\"") + std::to_string(100'000 + i) + "\":0";
  return out + "}";
}

TEST(Json, TakesWhatRfc8259Allows) {
  const struct {
    std::string_view text;
    std::string_view read;
  } cases[] = {
      {"{}", "{}"},
      {"[]", "[]"},
      {"null", "null"},
      {"true", "true"},
      {" \t\r\n[ 1 , 2 ] \t\r\n", "[1,2]"},
      {"\"\"", "\"\""},
      {R"("\"\\\/\b\f\n\r\t")", R"("\"\\/\b\f\n\r\t")"},
      {R"("\u6295\u8bc9")", "\"投诉\""},
      {R"("\ud83d\ude00")", "\"😀\""},
      {R"({"a":{"b":[{"c":null}]}})", R"({"a":{"b":[{"c":null}]}})"},
      {R"({"a":{"a":1},"b":{"a":2}})", R"({"a":{"a":1},"b":{"a":2}})"},
      {R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2}])"},
      {R"({"":1})", R"({"":1})"},
      {R"({"a":1,"A":2})", R"({"a":1,"A":2})"},
      {"-0", "0"},
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.text), one.read) << one.text;
}

TEST(Json, OfAnotherKindIsMalformed) {
  for (const std::string_view text : {"",
                                      " ",
                                      "{",
                                      "}",
                                      "[",
                                      "[1",
                                      "[1,]",
                                      "[,1]",
                                      "[1 2]",
                                      "{\"a\"}",
                                      "{\"a\":}",
                                      "{\"a\":1,}",
                                      "{a:1}",
                                      "{'a':1}",
                                      "'a'",
                                      "\"",
                                      "\"a",
                                      "\"\\x\"",
                                      "\"\\u12\"",
                                      "\"\\u12g4\"",
                                      "\"\t\"",
                                      "\"\n\"",
                                      "nul",
                                      "nulll",
                                      "True",
                                      "NaN",
                                      "Infinity",
                                      "-Infinity",
                                      "01",
                                      "-",
                                      "+1",
                                      ".5",
                                      "1.",
                                      "1e",
                                      "1e+",
                                      "0x10",
                                      "1_000",
                                      "// a\n{}",
                                      "/* a */{}",
                                      "{}{}",
                                      "{} {}",
                                      "[] x",
                                      "1 2",
                                      "\"a\" \"b\"",
                                      "\xEF\xBB\xBF{}",
                                      "{}\xEF\xBB\xBF",
                                      "undefined"})
    EXPECT_EQ(told(text), "json.malformed") << text;
  EXPECT_EQ(told("{}\0"s), "json.malformed");
  EXPECT_EQ(told("\"a\0b\""s), "json.malformed");
}

TEST(Json, IsUtf8WithoutLoneSurrogates) {
  for (const std::string_view text :
       {"\"\xFF\"", "\"\x80\"", "\"\xC0\xAF\"", "\"\xE0\x80\x80\"", "\"\xED\xA0\x80\"",
        "\"\xF4\x90\x80\x80\"", "\"\xE6\x8A\"", "{\"\xFF\":1}", R"("\ud800")", R"("\ud800a")",
        R"("\ud800\u0041")", R"("\udc00")", R"("\ude00\ud83d")", R"("\ud800\ud800")",
        R"({"\ud800":1})"})
    EXPECT_EQ(told(text), "json.malformed") << text;
}

TEST(Json, NamesEachMemberOnce) {
  const struct {
    std::string_view text;
    std::string_view field;
  } cases[] = {
      {R"({"a":1,"a":1})", "a"},
      {R"({"a":1,"b":2,"a":3})", "a"},
      {R"({"a":1,"\u0061":2})", "a"},
      {R"({"a":{"b":{"c":1,"d":2,"c":3}}})", "a.b.c"},
      {R"({"a":[{"b":1},{"b":1,"b":2}]})", "a.b"},
      {R"([[{"b":1,"b":2}]])", "b"},
      {R"({"a":{"b":1},"c":{"d":[],"d":[]}})", "c.d"},
      {R"({"投诉":1,"投诉":2})", "?"},
      {R"({"a b":{"x":1,"x":2}})", "?.x"},
      {R"({"":1,"":2})", "?"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(told(one.text), "json.duplicate_key " + std::string{one.field}) << one.text;
  const std::string long_name(100, 'n');
  EXPECT_EQ(told("{\"" + long_name + "\":1,\"" + long_name + "\":2}"), "json.duplicate_key ?");
}

TEST(Json, HoldsNoNul) {
  EXPECT_EQ(told(R"("\u0000")"), "field.control_character");
  EXPECT_EQ(told(R"({"a":"x\u0000y"})"), "field.control_character a");
  EXPECT_EQ(told(R"({"a":{"b":["x",{"c":"\u0000"}]}})"), "field.control_character a.b.c");
  EXPECT_EQ(told(R"({"a\u0000":1})"), "field.control_character");
  EXPECT_EQ(told("{\"a\":\"" + times(10'000, "x") + "\\u0000" + times(10'000, "x") + "\"}"),
            "field.control_character a");
}

TEST(Json, HoldsNoNumberThatWouldBecomeAnother) {
  const struct {
    std::string_view number;
    std::string_view read;
  } cases[] = {
      {"9007199254740991", "9007199254740991"},
      {"9007199254740992", "9007199254740992"},
      {"9007199254740993", "9007199254740993"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"9223372036854775808", "json.number"},
      {"-9223372036854775809", "json.number"},
      {"18446744073709551615", "json.number"},
      {"18446744073709551616", "json.number"},
      {"100000000000000000000000000000", "json.number"},
      {"-100000000000000000000000000000", "json.number"},
      {"1e400", "json.number"},
      {"-1e400", "json.number"},
      {"1E+400", "json.number"},
      {"1.5", "1.5E0"},
      {"1e2", "1E2"},
      {"-2.5e-3", "-2.5E-3"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(told(one.number), one.read) << one.number;
    if (one.read != "json.number") continue;
    const std::string number{one.number};
    EXPECT_EQ(told("{\"a\":{\"b\":" + number + "}}"), "json.number a.b") << number;
    EXPECT_EQ(told("{\"a\":[1," + number + "]}"), "json.number a") << number;
  }
}

TEST(Json, IsNoDeeperThan32) {
  EXPECT_EQ(told(times(32, "[") + times(32, "]")), times(32, "[") + times(32, "]"));
  EXPECT_EQ(told(times(33, "[") + times(33, "]")), "json.too_deep");
  EXPECT_EQ(told(times(1'000'000, "[")), "json.too_deep");
  EXPECT_EQ(told(times(1'000'000, "{\"a\":")), "json.too_deep");
  EXPECT_TRUE(parse_json(times(32, "{\"a\":") + "1" + times(32, "}")));
  EXPECT_EQ(told(times(33, "{\"a\":") + "1" + times(33, "}")), "json.too_deep");
  EXPECT_TRUE(parse_json(times(16, "[{\"a\":") + "1" + times(16, "}]")));
  EXPECT_EQ(told(times(16, "[{\"a\":") + "[]" + times(16, "}]")), "json.too_deep");
  EXPECT_TRUE(parse_json("[" + times(999, times(31, "[") + times(31, "]") + ",") + "0]"));
}

TEST(Json, HasNoMoreThanTenThousandElements) {
  EXPECT_EQ(parse_json(list_of(10'000))->get_array().size(), 10'000u);
  EXPECT_EQ(told(list_of(10'001)), "json.too_large");
  EXPECT_EQ(told("{\"a\":" + list_of(10'001) + "}"), "json.too_large");
  EXPECT_EQ(parse_json(object_of(10'000))->get_object().size(), 10'000u);
  EXPECT_EQ(told(object_of(10'001)), "json.too_large");
  EXPECT_TRUE(parse_json("{\"" + times(1024, "k") + "\":1}"));
  EXPECT_EQ(told("{\"" + times(1025, "k") + "\":1}"), "json.too_large");
  EXPECT_EQ(parse_json("\"" + times(1 << 20, "x") + "\"")->get_string().size(), 1u << 20);
}

// As many members as a request's body may hold: quadratic work would show.
TEST(Json, WithManyMembersIsReadInOneGo) {
  const std::string wide = object_of(10'000);
  std::string text = "[" + wide;
  while (text.size() + wide.size() < (1 << 20)) text += "," + wide;
  EXPECT_TRUE(parse_json(text + "]"));
}

TEST(Json, StringsAreWrittenWithTheEscapesTheyNeed) {
  const struct {
    std::string text;
    std::string_view written;
  } cases[] = {
      {"", "\"\""},
      {"投诉 😀", "\"投诉 😀\""},
      {"\"\\/", R"("\"\\/")"},
      {"\n\r\t", R"("\n\r\t")"},
      {"\b\f\x01\x1F", R"("\u0008\u000c\u0001\u001f")"},
      {"a\0b"s, R"("a\u0000b")"},
      {"\x7F</script>&\u2028", "\"\x7F</script>&\u2028\""},
      {"\"", R"("\"")"},
      {"a\"", R"("a\"")"},
      {"\"a", R"("\"a")"},
  };
  for (const auto& one : cases) {
    std::string out = "x";
    write_json_string(out, one.text);
    EXPECT_EQ(out, "x" + std::string{one.written});
  }
}

TEST(Json, StringsComeBackAsTheyWere) {
  for (char32_t point = 1; point < 0x11'0000; point += point < 0x3'0000 ? 1 : 97) {
    if (point >= 0xD800 && point < 0xE000) continue;
    std::string text = "a";
    if (point < 0x80) {
      text += static_cast<char>(point);
    } else if (point < 0x800) {
      text += static_cast<char>(0xC0 | point >> 6);
      text += static_cast<char>(0x80 | (point & 63));
    } else if (point < 0x1'0000) {
      text += static_cast<char>(0xE0 | point >> 12);
      text += static_cast<char>(0x80 | (point >> 6 & 63));
      text += static_cast<char>(0x80 | (point & 63));
    } else {
      text += static_cast<char>(0xF0 | point >> 18);
      text += static_cast<char>(0x80 | (point >> 12 & 63));
      text += static_cast<char>(0x80 | (point >> 6 & 63));
      text += static_cast<char>(0x80 | (point & 63));
    }
    std::string written;
    write_json_string(written, text);
    const auto read = parse_json(written);
    ASSERT_TRUE(read) << written;
    ASSERT_TRUE(std::string_view(read->get_string()) == text) << written;
  }
}

TEST(Json, AFieldIsNamedOnlyIfItIsPlain) {
  for (const auto name : {"amount", "received_at", "a-b", "a.b", "A1"})
    EXPECT_EQ(field_name(name), name);
  for (const std::string& name :
       {""s, "金额"s, "a b"s, "a\n"s, "<b>"s, "a\0"s, std::string(65, 'a')})
    EXPECT_EQ(field_name(name), "?");
  EXPECT_EQ(field_name(std::string(64, 'a')), std::string(64, 'a'));
}

}  // namespace
}  // namespace xb
