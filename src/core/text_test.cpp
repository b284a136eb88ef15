#include "core/text.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace xb {
namespace {

using std::string_view_literals::operator""sv;

// The code of the refusal, or nothing.
std::string refusal(std::string_view text, std::size_t max = 100, bool required = false) {
  const auto outcome = check_text(text, max, required);
  return outcome ? "" : outcome.error().code;
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(Text, IsCountedInCodePoints) {
  const struct {
    std::string_view text;
    std::size_t count;
  } cases[] = {
      {"", 0},
      {"a", 1},
      {"\0"sv, 1},
      {"\x7F", 1},
      {"\u0080", 1},
      {"\u07FF", 1},
      {"\u0800", 1},
      {"\uD7FF", 1},
      {"\uE000", 1},
      {"\uFFFF", 1},
      {"\U00010000", 1},
      {"\U0010FFFF", 1},
      {"投诉", 2},
      {"𠮷野家", 3},           // outside the basic plane
      {"e\u0301", 2},          // a letter and its accent
      {"👩\u200D👩\u200D👧", 5},  // one picture of five
      {"\xEF\xBB\xBF投诉", 3},
  };
  for (const auto& one : cases) EXPECT_EQ(code_points(one.text), one.count) << one.text;
}

TEST(Text, ThatIsNoWellFormedUtf8IsNone) {
  const std::string_view cases[] = {
      "\x80",                      // continues nothing
      "\xBF",                      //
      "a\x80",                     //
      "\xC0\x80",                  // overlong: U+0000
      "\xC0\xAF",                  // overlong: `/`
      "\xC1\xBF",                  // overlong: U+007F
      "\xE0\x80\x80",              // overlong: U+0000
      "\xE0\x9F\xBF",              // overlong: U+07FF
      "\xF0\x80\x80\x80",          // overlong: U+0000
      "\xF0\x8F\xBF\xBF",          // overlong: U+FFFF
      "\xED\xA0\x80",              // U+D800, a surrogate
      "\xED\xAF\xBF",              // U+DBFF
      "\xED\xB0\x80",              // U+DC00
      "\xED\xBF\xBF",              // U+DFFF
      "\xED\xA0\xBD\xED\xB8\x80",  // a pair of them, as CESU-8 has it
      "\xF4\x90\x80\x80",          // U+110000
      "\xF5\x80\x80\x80",          //
      "\xF8\x88\x80\x80\x80",      // five bytes
      "\xFC\x84\x80\x80\x80\x80",  // six
      "\xFE",                      //
      "\xFF",                      //
      "\xC2",                      // cut
      "\xC2"
      "a",
      "\xE6\x8A",
      "\xE6\x8A"
      "a",
      "\xE6"
      "a\x95",
      "\xF0\x9F\x98",
      "\xF0\x9F\x98"
      "a",
      "投\xE8\xAF",
      "\xCD\xB6\xCB\xDF",  // 投诉 in GBK
      "\xFF\xFE\x00\x00"sv,
  };
  for (const auto text : cases) {
    EXPECT_FALSE(code_points(text)) << testing::PrintToString(text);
    EXPECT_EQ(refusal(text), "field.encoding") << testing::PrintToString(text);
  }
}

TEST(Text, HoldsNoControlCharacterButTabAndLineBreaks) {
  for (int c = 0; c < 0x20; ++c) {
    const std::string text = "投" + std::string(1, static_cast<char>(c)) + "诉";
    const bool may_stand = c == '\t' || c == '\n' || c == '\r';
    EXPECT_EQ(has_control_character(text), !may_stand) << c;
    EXPECT_EQ(refusal(text), may_stand ? "" : "field.control_character") << c;
  }
  EXPECT_EQ(refusal("\x7F"), "field.control_character");
  EXPECT_EQ(refusal("\0"sv), "field.control_character");
  EXPECT_EQ(refusal(" ~\u0080\u009F"), "");  // bytes of U+0080 and U+009F are no C0
}

TEST(Text, IsBlankIfItIsWhiteSpaceOnly) {
  for (const auto text : {"", " ", "\t", "\r\n", "\u3000", " \u3000\t\u3000 "}) {
    EXPECT_TRUE(is_blank(text)) << testing::PrintToString(text);
    EXPECT_EQ(refusal(text, 100, true), "field.empty");
    EXPECT_EQ(refusal(text, 100, false), "");
  }
  for (const auto text : {"a", " a ", "\u3000投", "投\u3000", ".", "\u3001", "\xE3\x80"})
    EXPECT_FALSE(is_blank(text)) << testing::PrintToString(text);
}

TEST(Text, HasItsLimitInCodePoints) {
  for (const auto one : {"a", "é", "投", "𠮷"}) {
    EXPECT_EQ(refusal(times(10, one), 10), "") << one;
    EXPECT_EQ(refusal(times(11, one), 10), "field.too_long") << one;
  }
  EXPECT_EQ(refusal("", 0), "");
  EXPECT_EQ(refusal("a", 0), "field.too_long");
  EXPECT_EQ(refusal(times(11, " "), 10, true), "field.too_long");
}

TEST(Text, OfALimitedTypeHasPassedTheCheck) {
  using Remark = Text<3, Presence::optional>;
  using Reason = Text<3, Presence::required>;
  EXPECT_EQ(Reason::from("服务差")->str(), "服务差");
  EXPECT_EQ(Reason::from("服务很差").error().code, "field.too_long");
  EXPECT_EQ(Reason::from("").error().code, "field.empty");
  EXPECT_EQ(Reason::from("\u3000").error().code, "field.empty");
  EXPECT_EQ(Reason::from("\xFF").error().code, "field.encoding");
  EXPECT_TRUE(Remark::from("")->empty());
  EXPECT_EQ(Remark::from(" ")->str(), " ");
  EXPECT_EQ(Remark::from("a\x01").error().code, "field.control_character");
  EXPECT_EQ(Remark::trusted("stored long ago").str(), "stored long ago");
}

}  // namespace
}  // namespace xb
