#include "app/demo/telling.h"

#include <map>

#include <gtest/gtest.h>

#include "app/demo/schedule.h"
#include "platform/taxonomies/book.h"

namespace xb::app::demo {
namespace {

using std::chrono::days;

// Keys and ids are the bank's own; what is told is not.
TEST(AStoryOfTheDemoBank, IsTheSameForTheSameDay) {
  const Zone zone;
  const Instant end = *parse_instant("2026-11-20T16:00:00+08:00");
  const Days calendar(zone);
  const auto one = schedule(calendar, 7'000, end);
  const auto other = schedule(calendar, 7'000, end);
  ASSERT_EQ(one.size(), other.size());
  std::int64_t all = 0, whole = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].ordinary, other[i].ordinary);
    all += one[i].ordinary + static_cast<std::int64_t>(one[i].specials.size());
    whole += one[i].whole;
  }
  EXPECT_EQ(all, 7'000);
  EXPECT_NEAR(static_cast<double>(whole), 1'700, 120);

  const Teller teller(zone, zone.date(end));
  for (std::uint64_t seed = 1; seed < 60; ++seed) {
    Dice a(seed), b(seed);
    const auto& matter = teller.draw_matter(zone.date(end), a);
    const auto& way = teller.draw_way(a);
    const auto told = teller.tell(a, matter, way, end, "东湖支行营业部");
    const auto& again = teller.draw_matter(zone.date(end), b);
    const auto& its_way = teller.draw_way(b);
    EXPECT_EQ(told.text, teller.tell(b, again, its_way, end, "东湖支行营业部").text);
    EXPECT_GE(told.text.size(), 6u);
  }
}

TEST(AStoryOfTheDemoBank, HasItsDaysInThePlacesOfItsDates) {
  const Zone zone;
  const Teller teller(zone, *parse_date("2026-11-20"));
  Dice dice(1);
  const auto told = teller.tell(dice, book().original(1),
                                *parse_instant("2026-11-19T10:00:00+08:00"), "东湖支行营业部");
  EXPECT_NE(told.text.find("尾号3317储蓄卡自11月9日起"), std::string::npos) << told.text;
  const auto later = teller.tell(dice, book().original(1),
                                 *parse_instant("2027-01-05T10:00:00+08:00"), "东湖支行营业部");
  EXPECT_NE(later.text.find("储蓄卡自12月26日起"), std::string::npos) << later.text;
}

TEST(AStoryOfTheDemoBank, SaysOfWhatIsNoComplaintWhatItIsAboutAndWhatWasAnswered) {
  using complaints::IntakeKind;
  const Teller teller(Zone{}, *parse_date("2026-11-20"));
  const Instant at = *parse_instant("2026-11-19T10:00:00+08:00");
  for (const IntakeKind kind : {IntakeKind::consultation, IntakeKind::suggestion,
                                IntakeKind::praise, IntakeKind::on_the_spot, IntakeKind::petition})
    for (std::uint64_t seed = 1; seed < 200; ++seed) {
      Dice dice(seed);
      const Told told = teller.tell_other(dice, kind, way_of("hotline"), at, "东湖支行营业部");
      ASSERT_TRUE(told.other != nullptr && told.matter == told.other);
      EXPECT_NE(told.text.find(told.fill(told.other->text, Zone{})), std::string::npos)
          << told.text;
      EXPECT_EQ(told.text.find('{'), std::string::npos) << told.text;
      EXPECT_FALSE(told.other->answer.empty()) << told.text;
      const auto input = teller.new_complaint(told, dice);
      EXPECT_EQ(input.business->str(), told.other->business);
      EXPECT_FALSE(input.amount_fen.has_value()) << told.text;
    }
}

TEST(AStoryOfTheDemoBank, NamesWhatTheTaxonomiesKnow) {
  const auto words = taxonomies::Book::read(taxonomies::shipped(), {}).value();
  for (const auto& [kind, all] : book().others)
    for (const Other& other : all) {
      const auto is_known = [&](const char* taxonomy, const std::string& code) {
        return code.empty() || words.item(taxonomy, code) != nullptr;
      };
      EXPECT_TRUE(is_known("business", other.business)) << other.business;
      EXPECT_TRUE(is_known("product", other.product)) << other.product;
      EXPECT_TRUE(is_known("cause", other.cause)) << other.cause;
      EXPECT_TRUE(is_known("business_channel", other.via)) << other.via;
    }
}

TEST(AStoryOfTheDemoBank, ThatTurnsOutToBeNoneIsToldAsSuch) {
  const Teller teller(Zone{}, *parse_date("2026-11-20"));
  const Instant at = *parse_instant("2026-11-19T10:00:00+08:00");
  for (const char* channel : {"hotline", "mobile_app"}) {
    Dice dice(7);
    Told told = teller.tell(dice, book().matters.front(), way_of(channel), at, "东湖支行营业部");
    const std::string before = told.text;
    teller.tell_redirected(dice, told);
    EXPECT_NE(told.text, before);
    EXPECT_EQ(told.summary, told.other->summary);
    EXPECT_FALSE(told.other->instead.empty() || told.other->answer.empty());
    EXPECT_EQ(told.text.starts_with("客户来电称其"), std::string_view{channel} == "hotline");
  }
}

TEST(AStoryOfTheDemoBank, ThatComesAgainKeepsItsDays) {
  const Teller teller(Zone{}, *parse_date("2026-11-20"));
  Dice dice(3);
  const Matter& matter = book().matter("debit_limit");
  const Told first = teller.tell(dice, matter, way_of("hotline"),
                                 *parse_instant("2026-08-20T10:00:00+08:00"), "东湖支行营业部");
  Told again = teller.tell(dice, matter, way_of("hotline"),
                           *parse_instant("2026-11-13T10:00:00+08:00"), "东湖支行营业部");
  teller.repeat(dice, again, first);
  EXPECT_EQ(again.fill("{d-6}", Zone{}), "8月14日");
}

TEST(AStoryOfTheDemoBank, IsLowAtTheSpringFestivalAndHighOnMondays) {
  const Days calendar{Zone{}};
  const auto weight = [&](const char* day) { return calendar.weight(*parse_date(day)); };
  EXPECT_GT(weight("2026-11-09"), weight("2026-11-11"));
  EXPECT_LT(weight("2026-02-18"), weight("2026-11-08"));
  EXPECT_GT(weight("2026-11-18"), weight("2026-11-11"));
}

TEST(AStoryOfTheDemoBank, IsHardlyEverToldTwiceInTheSameWords) {
  constexpr std::uint64_t tellings = 3'000;
  constexpr int same_max = 90;
  const Zone zone;
  const Instant end = *parse_instant("2026-11-20T16:00:00+08:00");
  const Teller teller(zone, zone.date(end));
  std::map<std::string, int> texts;
  for (std::uint64_t seed = 1; seed <= tellings; ++seed) {
    Dice dice(seed);
    const auto& matter = teller.draw_matter(zone.date(end), dice);
    const auto told = teller.tell(dice, matter, teller.draw_way(dice), end, "东湖支行营业部");
    std::string text = told.text;
    std::erase_if(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    ++texts[text];
  }
  int same = 0;
  for (const auto& [text, count] : texts) same += count > 1 ? count : 0;
  EXPECT_LE(same, same_max);
}

TEST(AStoryOfTheDemoBank, HasCircumstancesOnlyWhereTheyFit) {
  const Zone zone;
  const Instant end = *parse_instant("2026-11-20T16:00:00+08:00");
  const Teller teller(zone, zone.date(end));
  for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
    Dice dice(seed);
    const auto& matter = teller.draw_matter(zone.date(end), dice);
    const auto told = teller.tell(dice, matter, teller.draw_way(dice), end, "东湖支行营业部");
    const auto says = [&](const char* word) { return told.text.find(word) != std::string::npos; };
    if (matter.via != "counter") {
      EXPECT_FALSE(says("凭条和排队号")) << told.text;
    }
    if (matter.is_about_staff) {
      EXPECT_FALSE(says("态度还好") || says("态度倒是还行")) << told.text;
    }
    if (matter.via != "self_service") {
      EXPECT_FALSE(says("机器上的编号") || says("机器编号")) << told.text;
    }
    EXPECT_FALSE(says("原来的经办人联系") || says("原来那个人给我打电话")) << told.text;
  }
}

TEST(AStoryOfTheDemoBank, NumbersClaimsOnlyWhereThereAreSeveral) {
  const Teller teller(Zone{}, *parse_date("2026-11-20"));
  const Instant at = *parse_instant("2026-11-19T10:00:00+08:00");
  bool is_numbered = false;
  for (std::uint64_t seed = 1; seed < 60; ++seed) {
    Dice dice(seed);
    const auto tell = [&](const char* code) {
      return teller.tell(dice, book().matter(code), way_of("hotline_12378"), at, "东湖支行营业部");
    };
    EXPECT_EQ(tell("pay_counter").text.find("1."), std::string::npos);
    is_numbered =
        is_numbered || tell("debit_frozen").text.find("1.告知管控依据；2.") != std::string::npos;
  }
  EXPECT_TRUE(is_numbered);
}

TEST(AStoryOfTheDemoBank, TellsWhyItRefusesInOneSentenceOfItsOwn) {
  const std::string stop = "。";
  for (const Matter& matter : book().matters) {
    for (const std::string* text : {&matter.spot, &matter.refusal, &matter.basis_cleared}) {
      if (text->empty()) continue;
      EXPECT_EQ(text->find(stop), text->size() - stop.size()) << *text;
      // Nothing is paid where nothing is decided.
      EXPECT_EQ(text->find("{p}"), std::string::npos) << *text;
    }
    if (!matter.refusal.empty()) {
      EXPECT_NE(matter.refusal.find("您"), std::string::npos) << matter.refusal;
    }
  }
}

TEST(AStoryOfTheDemoBank, TellsOfNoRepeatButWhereItIsOne) {
  const Zone zone;
  const Instant end = *parse_instant("2026-11-20T16:00:00+08:00");
  const Teller teller(zone, zone.date(end));
  for (std::uint64_t seed = 1; seed <= 800; ++seed) {
    Dice dice(seed);
    const auto& matter = teller.draw_matter(zone.date(end), dice);
    const auto told = teller.tell(dice, matter, teller.draw_way(dice), end, "东湖支行营业部");
    for (const char* word :
         {"再次来电", "第二次来电", "上次反映", "前次投诉", "同上次", "第二次写"})
      EXPECT_EQ(told.text.find(word), std::string::npos) << told.text;
  }
}

TEST(AStoryOfTheDemoBank, ComplainsOfTheTrustOnlySinceItIsOverdue) {
  const Zone zone;
  const Date today = *parse_date("2026-11-20");
  const Teller teller(zone, today);
  Dice dice(7);
  for (int i = 0; i < 4'000; ++i)
    EXPECT_NE(teller.draw_matter(today + -days{47}, dice).code, "agency_trust");
}

}  // namespace
}  // namespace xb::app::demo
