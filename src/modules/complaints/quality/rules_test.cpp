#include "modules/complaints/quality/rules.h"

#include <span>

#include <gtest/gtest.h>

namespace xb::complaints {
namespace {

const taxonomies::Book& book() {
  static const auto read = *taxonomies::Book::read(taxonomies::shipped(), {});
  return read;
}

Date day(std::string_view text) { return *parse_date(text); }

std::string names(const std::vector<Doubt>& doubts) {
  std::string out;
  for (const Doubt one : doubts) out += (out.empty() ? "" : " ") + std::string{name_of(one)};
  return out;
}

std::string long_text() {
  std::string out;
  for (int i = 0; i < 25; ++i) out += "多次反映";
  return out;
}

struct Row {
  const char* why;
  Judged judged;
  const char* doubts;
};

void expect_doubts(std::span<const Row> rows) {
  for (const Row& row : rows)
    EXPECT_EQ(names(doubts_of(book(), row.judged)), row.doubts) << row.why;
}

TEST(DoubtsOfAClassification, AreOfCauseBusinessAndProduct) {
  const std::string story = long_text();
  const std::string short_story = story.substr(0, story.size() - 3);
  const Date on = day("2026-03-02");
  const Row rows[] = {
      {"nothing to say",
       {.cause = "annual_fee", .text = story, .born_on = {}, .received_on = on},
       ""},
      {"long, and no cause", {.text = story, .born_on = {}, .received_on = on}, "cause_vague"},
      {"long, and another cause",
       {.cause = "other_cause", .text = story, .born_on = {}, .received_on = on},
       "cause_vague"},
      {"too short to tell",
       {.cause = "other_cause", .text = short_story, .born_on = {}, .received_on = on},
       ""},
      {"savings are not collected",
       {.business = "savings",
        .cause = "third_party_contact",
        .text = "",
        .born_on = {},
        .received_on = on},
       "cause_unfit"},
      {"cards are",
       {.business = "credit_card_repayment",
        .cause = "third_party_contact",
        .product = "credit_card",
        .text = "",
        .born_on = {},
        .received_on = on},
       ""},
      {"a card of no product",
       {.business = "credit_card_fees",
        .cause = "annual_fee",
        .text = "",
        .born_on = {},
        .received_on = on},
       "product_missing"},
      {"savings need none",
       {.business = "savings", .cause = "waiting", .text = "", .born_on = {}, .received_on = on},
       ""},
  };
  expect_doubts(rows);
}

TEST(DoubtsOfAClassification, AreOfWhatTheTextAndTheAgeSay) {
  const Date on = day("2026-03-02");
  const auto born = [](const char* text) { return std::optional{day(text)}; };
  const Row rows[] = {
      {"an amount that stands in the text only",
       {.cause = "annual_fee", .text = "退还年费600元", .born_on = {}, .received_on = on},
       "amount_missing"},
      {"and is recorded",
       {.cause = "annual_fee",
        .has_amount = true,
        .text = "退还年费600元",
        .born_on = {},
        .received_on = on},
       ""},
      {"sixty today",
       {.cause = "waiting", .text = "", .born_on = born("1966-03-02"), .received_on = on},
       "elderly_unmarked"},
      {"sixty tomorrow",
       {.cause = "waiting", .text = "", .born_on = born("1966-03-03"), .received_on = on},
       ""},
      {"marked",
       {.cause = "waiting",
        .is_elderly = true,
        .text = "",
        .born_on = born("1950-01-01"),
        .received_on = on},
       ""},
      {"a child",
       {.cause = "waiting", .text = "", .born_on = born("2008-03-03"), .received_on = on},
       "minor_unmarked"},
      {"of age today",
       {.cause = "waiting", .text = "", .born_on = born("2008-03-02"), .received_on = on},
       ""},
      {"several at once",
       {.business = "bank_card",
        .text = "要求退还三千元",
        .born_on = born("1940-01-01"),
        .received_on = on},
       "product_missing amount_missing elderly_unmarked"},
  };
  expect_doubts(rows);
}

TEST(AnAmount, IsFoundAsPeopleWriteIt) {
  for (const char* text : {"扣了600元", "共3.5万元", "1,200.00元", "三千元", "两万块钱", "￥20",
                           "¥1", "几百元", "十元", "100圆"})
    EXPECT_TRUE(names_amount(text)) << text;
  for (const char* text :
       {"", "元", "单元楼", "一元化", "元旦3日", "多元", "￥", "3月15日", "块钱", "60岁"})
    EXPECT_FALSE(names_amount(text)) << text;
}

TEST(ABirthday, IsReadFromAnIdentityNumber) {
  EXPECT_EQ(birthday_in("11010519491231002X"), day("1949-12-31"));
  EXPECT_FALSE(birthday_in("11010519491331002X").has_value());
  EXPECT_FALSE(birthday_in("123").has_value());
  EXPECT_EQ(age_on(day("1949-12-31"), day("2026-12-30")), 76);
  EXPECT_EQ(age_on(day("1949-12-31"), day("2026-12-31")), 77);
  EXPECT_EQ(age_on(day("2008-02-29"), day("2026-02-28")), 17);
}

}  // namespace
}  // namespace xb::complaints
