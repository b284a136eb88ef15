#include "platform/clocks/reading.h"

#include <algorithm>

#include "platform/clocks/calendars.h"
#include "test/support/bank.h"

namespace xb::clocks {
namespace {

using workflow::DayKind;

Date day(std::string_view text) { return parse_date(text).value(); }

class Reading : public testing::TestWithParam<test::Engine> {
 protected:
  RuleBookView book() {
    return bank_.read(bank_.chen_yu, [](Work& work) { return show_rules(work); }).value();
  }
  Result<CalendarView> calendar(std::int64_t year) {
    return bank_.read(bank_.chen_yu, [&](Work& work) { return show_calendar(work, year); });
  }
  void bring_in() {
    EXPECT_TRUE(bank_.write(bank_.chen_yu, test::monday, [](Work& work) -> Result<std::int64_t> {
      return import_shipped(work);
    }));
  }
  Result<CalendarImported> import(std::string_view json) {
    const auto year = workflow::read_calendar_year(json).value();
    return bank_.write(bank_.chen_yu, test::monday,
                       [&](Work& work) { return import_calendar(work, year); });
  }

  test::Bank bank_{GetParam()};
};

const RuleView& find(const RuleBookView& book, std::string_view rule) {
  return *std::find_if(book.rules.begin(), book.rules.end(),
                       [&](const RuleView& one) { return one.rule == rule; });
}

TEST_P(Reading, ARuleIsShownWithItsSourceAndAllThatFollows) {
  const RuleBookView all = book();
  EXPECT_EQ(all.rules.size(), bank_.limits().book().rules().size()) << "every version";
  const RuleView& decide = find(all, "decide");
  EXPECT_EQ(decide.zh, "投诉处理决定并告知");
  EXPECT_EQ(decide.source, "银保监会令2020年第3号 第十八条");
  EXPECT_EQ(decide.mark, workflow::Mark::found);
  EXPECT_EQ(decide.length, 15);
  EXPECT_EQ(decide.counts_from, workflow::CountsFrom::received);
  EXPECT_EQ(decide.warn_before, (std::vector<std::int64_t>{5, 3, 1}));
  ASSERT_EQ(decide.extensions.size(), 2u);
  EXPECT_EQ(decide.extensions[1].to_total, 60);
  EXPECT_TRUE(decide.is_in_force);
  EXPECT_EQ(find(all, "first_contact").length, 0) << "no value until the bank sets one";
  const RuleView& pboc = find(all, "decide_pboc");
  ASSERT_EQ(pboc.conditions.size(), 1u);
  EXPECT_EQ(pboc.conditions[0].fact, "source");
  EXPECT_EQ(pboc.conditions[0].values, (std::vector<std::string>{"pboc_referral"}));
}

TEST_P(Reading, ALadderSaysWhoIsToldAndWhenNobodyIs) {
  const RuleBookView all = book();
  const auto ladder = [&](std::string_view name) {
    return *std::find_if(all.ladders.begin(), all.ladders.end(),
                         [&](const LadderView& one) { return one.name == name; });
  };
  const LadderView standard = ladder("standard");
  ASSERT_EQ(standard.rungs.size(), 5u);
  EXPECT_EQ(standard.rungs[4].rung, workflow::Office::head_office);
  EXPECT_EQ(standard.rungs[4].after_hours, 120);
  EXPECT_EQ(standard.quiet_from_min, 21 * 60);
  EXPECT_EQ(standard.quiet_until_min, 8 * 60);
  EXPECT_FALSE(ladder("urgent").quiet_from_min.has_value());
}

TEST_P(Reading, ACalendarNamesItsDaysAndWhereTheyStand) {
  bring_in();
  const CalendarView year = calendar(2026).value();
  EXPECT_FALSE(year.is_missing);
  EXPECT_EQ(year.years, (std::vector<std::int64_t>{2024, 2025, 2026}));
  ASSERT_EQ(year.imports.size(), 1u);
  EXPECT_TRUE(year.imports[0].source.starts_with("https://www.gov.cn/"));
  const auto on = [&](std::string_view date) {
    return *std::find_if(year.days.begin(), year.days.end(),
                         [&](const NamedDay& one) { return one.on == day(date); });
  };
  EXPECT_EQ(on("2026-02-14").kind, DayKind::make_up);
  EXPECT_EQ(on("2026-02-17").kind, DayKind::holiday);
  EXPECT_EQ(on("2026-02-17").name, "春节");
}

TEST_P(Reading, AYearNobodyPublishedIsMissingThoughADayOfItMayBeKnown) {
  bring_in();
  EXPECT_TRUE(calendar(2027).value().is_missing);
  ASSERT_TRUE(import(R"({"year":2028,"papers":["https://example.com/a"],
                         "days":[{"name":"元旦","date":"2028-01-03","isOffDay":true},
                                 {"name":"元旦","date":"2027-12-26","isOffDay":false}]})")
                  .has_value());
  const CalendarView before = calendar(2027).value();
  EXPECT_TRUE(before.is_missing);
  EXPECT_TRUE(before.imports.empty());
  ASSERT_EQ(before.days.size(), 1u);
  EXPECT_EQ(before.days[0].kind, DayKind::make_up);
  EXPECT_EQ(calendar(2028).value().days.size(), 1u);
}

TEST_P(Reading, ACorrectedYearKeepsWhatItWas) {
  bring_in();
  ASSERT_TRUE(import(R"({"year":2026,"papers":["https://example.com/b"],
                         "days":[{"name":"元旦","date":"2026-01-01","isOffDay":true}]})")
                  .has_value());
  const CalendarView year = calendar(2026).value();
  EXPECT_EQ(year.days.size(), 1u);
  ASSERT_EQ(year.imports.size(), 2u);
  EXPECT_EQ(year.imports[1].source, "https://example.com/b");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Reading, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::clocks
