#include "modules/search/rules.h"

#include <gtest/gtest.h>

#include "core/utf32.h"

namespace xb::search {
namespace {

// Words asked for, joined by `|`, or the refusal.
std::string words(std::string_view text) {
  const auto found = words_of(text);
  if (!found) return found.error().code + " " + found.error().field;
  std::string out;
  for (const std::u32string& word : *found) out += (out.empty() ? "" : "|") + to_utf8(word);
  return out;
}

std::string joined(const std::vector<std::u32string_view>& grams) {
  std::string out;
  for (const auto gram : grams) out += (out.empty() ? "" : " ") + to_utf8(gram);
  return out;
}

std::string marked(const FoundAt& found) {
  // By UTF-16, as a page cuts: no character beyond the basic plane stands in these texts.
  const std::u32string text = to_utf32(found.excerpt);
  std::u32string out;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    for (const Mark& mark : found.marks) {
      if (static_cast<std::size_t>(mark.from) == i) out += U'[';
      if (static_cast<std::size_t>(mark.until) == i) out += U']';
    }
    if (i < text.size()) out += text[i];
  }
  return to_utf8(out);
}

// What is shown of one field, with its marks.
std::string shown(std::string_view text, std::string_view asked,
                  HitPlace place = HitPlace::description) {
  const auto found = find_words(HitKind::complaint, {{place, std::string{text}}}, *words_of(asked));
  return found ? marked(*found) : "nothing";
}

TEST(TheWords, ArePartedByBlanksAndHeldTogetherByQuotes) {
  EXPECT_EQ(words("信用卡 年费"), "信用卡|年费");
  EXPECT_EQ(words("　信用卡　\t年费\n"), "信用卡|年费") << "also by the wide blank";
  EXPECT_EQ(words(R"("信用卡 年费" 退还)"), "信用卡 年费|退还");
  EXPECT_EQ(words("“信用卡  年费”退还"), "信用卡 年费|退还");
  EXPECT_EQ(words("ＡＢＣ１２３ abc123"), "abc123") << "each once";
  EXPECT_EQ(words("年费*利息"), "年费|利息");
  EXPECT_EQ(words("年费 费"), "年费|费") << "a single character beside a word";
  EXPECT_EQ(words("\"年费"), "年费");
}

TEST(TheWords, OfASearchAreAtLeastTwoCharactersLong) {
  EXPECT_EQ(words(""), "search.empty text");
  EXPECT_EQ(words(" \"\" * 　“”"), "search.empty text");
  EXPECT_EQ(words("年 费"), "search.too_short text");
  EXPECT_EQ(words("😀"), "search.too_short text");
  EXPECT_EQ(words("😀😀"), "😀😀");
}

TEST(TheWords, HaveNoOperators) {
  EXPECT_EQ(words("年费 OR NOT利息"), "年费|or|not利息");
  EXPECT_EQ(words("NEAR(年费, 2) -x pairs:年费 ^a"), "near(年费,|2)|-x|pairs:年费|^a");
}

TEST(TheCuts, ArePairsAndRunsOfFour) {
  EXPECT_EQ(joined(pairs_of(U"信用卡")), "信用 用卡");
  EXPECT_EQ(joined(pairs_of(U"a")), "");
  EXPECT_EQ(joined(pairs_of(normal(U"张*丰年").text)), "丰年") << "nothing of what is hidden";
  EXPECT_EQ(joined(runs_of(U"卡62220x尾128")), "6222 2220 220x");
  EXPECT_EQ(joined(grams_of(U"20260302")), "2026 0260 2603 6030 0302");
  EXPECT_EQ(joined(grams_of(U"202")), "20 02");
  EXPECT_EQ(joined(grams_of(U"卡2026")), "卡2 20 02 26");
  EXPECT_EQ(joined(grams_of(U"费")), "");
}

TEST(AHit, SaysWhereItStands) {
  EXPECT_EQ(shown("上月被收取信用卡年费三百元", "年费"), "上月被收取信用卡[年费]三百元");
  EXPECT_EQ(shown("上月被收取信用卡年费三百元", "年费 信用卡"), "上月被收取[信用卡年费]三百元")
      << "marks that touch are one";
  EXPECT_EQ(shown("年费，又是年费", "年费"), "[年费]，又是[年费]");
  EXPECT_EQ(shown("ＡＰＰ\n转账", "app"), "[ＡＰＰ] 转账") << "as it is written, in one line";
  EXPECT_EQ(shown("信用卡\n\n 年费", "\"信用卡 年费\""), "[信用卡   年费]");
  EXPECT_EQ(shown("上月被收取信用卡年费三百元", "利息"), "nothing");
  EXPECT_EQ(shown("年利费", "年费"), "nothing");
  EXPECT_EQ(shown("年费", "年费 月"), "nothing") << "all words, also those of one character";
}

TEST(AHit, IsCutAroundTheFirstWord) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "零一二三四五六七八九";
  const std::string before = text;
  text += "年费" + before;
  EXPECT_EQ(
      shown(text, "年费"),
      "…四五六七八九零一二三四五六七八九[年费]零一二三四五六七八九零一二三四五六七八九零一二三"
      "四五六七八九零一二三四五六七八九零一…");
}

TEST(AHit, MarksNoPartOfAWord) {
  std::string text = "年费";
  for (int i = 0; i < 19; ++i) text += "一二三";
  EXPECT_EQ(shown(text + "年费", "年费").substr(0, 8), "[年费]");
  EXPECT_TRUE(shown(text + "年费", "年费").ends_with("三年…")) << shown(text + "年费", "年费");
  EXPECT_TRUE(shown(text.substr(0, text.size() - 3) + "年费", "年费").ends_with("[年费]"));
}

TEST(AHit, CountsMarksAsABrowserDoes) {
  const auto found =
      find_words(HitKind::complaint, {{HitPlace::claim, "😀退还年费"}}, *words_of("年费"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->marks, (std::vector<Mark>{{4, 6}}));
}

TEST(AHit, IsInTheTextThatHasMostWords) {
  const std::vector<Field> fields{{HitPlace::number, "2026030212345678"},
                                  {HitPlace::summary, "年费"},
                                  {HitPlace::description, "年费，利息"}};
  const auto at = [&](std::string_view asked) {
    const auto found = find_words(HitKind::complaint, fields, *words_of(asked));
    return found ? name_of(found->place) : "nothing";
  };
  EXPECT_EQ(at("年费"), "summary");
  EXPECT_EQ(at("年费 利息"), "description");
  EXPECT_EQ(at("2345 利息"), "number") << "each word anywhere";
  EXPECT_EQ(at("234"), "nothing") << "a part of a number has four digits";
  EXPECT_EQ(at("2345年费"), "nothing");
}

TEST(WhatIsHidden, IsFoundByNobody) {
  EXPECT_EQ(hidden("致电13812345678核实", {}), "致电***********核实");
  EXPECT_EQ(hidden("客户欧阳明月，欧阳明月称", {"欧阳明月"}), "客户****，****称");
  EXPECT_EQ(hidden("邮箱ＡＢ@C.com", {"ab@c.com"}), "邮箱********");
  EXPECT_EQ(hidden("王先生", {"王"}), "王先生") << "a surname alone is a word like others";
  EXPECT_EQ(hidden("电话 0571-8888 1234", {"0571-8888 1234"}), "电话 **************");
  EXPECT_EQ(shown(hidden("客户欧阳明月称", {"欧阳明月"}), "欧阳"), "nothing");
}

TEST(TheWays, AreThoseOfTheScopes) {
  const Scope bank = Scope::whole_bank();
  const Scope outlet{Level::outlet, {7}};
  const auto complaints = HitKind::complaint;
  const auto referrals = HitKind::referral;
  EXPECT_EQ(ways_to({{complaints, bank}, {referrals, bank}}), Ways{}) << "any case";
  EXPECT_EQ(ways_to({{complaints, outlet}, {referrals, outlet}}), Ways{{"7"}});
  EXPECT_EQ(ways_to({{complaints, bank}}), Ways{{"complaint"}});
  EXPECT_EQ(ways_to({{complaints, outlet}}), Ways{{"7"}});
  EXPECT_EQ(ways_to({{referrals, outlet}}), (Ways{{"referral", "7"}}));
  EXPECT_EQ(ways_to({{complaints, outlet}, {referrals, bank}}), (Ways{{"7"}, {"referral"}}));
}

TEST(TheOrder, IsThatOfReceipt) {
  const Instant at{1'772'413'200'000};
  EXPECT_LT(order_of_case(at, 9), order_of_case({at.ms + 1000}, 8));
  EXPECT_LT(order_of_case(at, 8), order_of_case(at, 9));
  EXPECT_LT(order_of_case(at, 70'000), order_of_case({at.ms + 1000}, 1));
  EXPECT_GE(order_of_case({-1}, 1), first_of_cases);
  EXPECT_LT(order_of_other(HitKind::unit, 1'000'000'000), first_of_cases);
  EXPECT_NE(order_of_other(HitKind::unit, 5), order_of_other(HitKind::person, 5));
  EXPECT_GT(order_of_case({INT64_MAX}, 65'535), 0);
  const std::int64_t order = order_of_case(at, 9);
  EXPECT_LE(start_of_stretch(stretch_of(order)), order);
  EXPECT_GT(start_of_stretch(stretch_of(order) + 1), order);
}

}  // namespace
}  // namespace xb::search
