#include "platform/clocks/calendars.h"

#include "platform/evidence/entries.h"
#include "test/support/bank.h"

namespace xb::clocks {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

class CalendarsOfABank : public testing::TestWithParam<test::Engine> {
 protected:
  std::int64_t bring_in() {
    return *bank_.write(bank_.chen_yu, test::monday,
                        [](Work& work) -> Result<std::int64_t> { return import_shipped(work); });
  }
  Result<CalendarImported> import(std::string_view json) {
    const auto year = workflow::read_calendar_year(json);
    EXPECT_TRUE(year.has_value()) << json;
    return bank_.write(bank_.chen_yu, test::monday,
                       [&](Work& work) { return import_calendar(work, *year); });
  }
  workflow::Calendars loaded() {
    return bank_.read(bank_.chen_yu, [](Work& work) { return load_calendars(work.tx); });
  }

  test::Bank bank_{GetParam()};
};

constexpr std::string_view next_year =
    R"({"year":2027,"papers":["https://example.com/notice"],
        "days":[{"name":"元旦","date":"2027-01-01","isOffDay":true},
                {"name":"元旦","date":"2026-12-27","isOffDay":false}]})";

TEST_P(CalendarsOfABank, BeginWithThoseThatShip) {
  EXPECT_TRUE(lacks_shipped(loaded()));
  EXPECT_EQ(bring_in(), 3);
  EXPECT_FALSE(lacks_shipped(loaded()));
  EXPECT_EQ(bring_in(), 0) << "once";
  const auto calendars = loaded();
  EXPECT_EQ(calendars.version(), 3);
  EXPECT_EQ(calendars.now().kind(day("2026-02-14")), workflow::DayKind::make_up);
  EXPECT_TRUE(calendars.now().missing(day("2024-01-01"), day("2026-12-31")).empty());
}

TEST_P(CalendarsOfABank, GrowByAnImportWithAnEntry) {
  bring_in();
  const auto imported = import(next_year);
  ASSERT_TRUE(imported.has_value());
  EXPECT_EQ(imported->version, 4);
  const auto calendars = loaded();
  EXPECT_EQ(calendars.now().kind(day("2027-01-01")), workflow::DayKind::holiday);
  EXPECT_EQ(calendars.now().kind(day("2026-12-27")), workflow::DayKind::make_up);
  EXPECT_FALSE(calendars.as_of(3).knows(day("2027-01-01"))) << "as it was known before";
  const auto entries = bank_.read(
      bank_.chen_yu, [](Work& work) { return evidence::timeline(work, bank_id, 0, 10); });
  ASSERT_EQ(entries.size(), 5u);
  EXPECT_EQ(entries[4].kind, "calendar.imported");
  EXPECT_EQ(entries[4].facts.text.find("https://example.com/notice") == std::string::npos, false);
}

TEST_P(CalendarsOfABank, AreNotImportedTwice) {
  bring_in();
  ASSERT_TRUE(import(next_year).has_value());
  const auto again = import(next_year);
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, "calendar.unchanged");
  EXPECT_EQ(again.error().field, "2027");
  EXPECT_TRUE(import(R"({"year":2027,"papers":[],
                         "days":[{"name":"元旦","date":"2027-01-02","isOffDay":true}]})")
                  .has_value())
      << "a notice may be corrected";
  EXPECT_EQ(loaded().version(), 5);
}

TEST_P(CalendarsOfABank, ReachTheRunningProgramWhenTheyAreCommitted) {
  bring_in();
  EXPECT_FALSE(bank_.read(bank_.chen_yu, [&](Work& work) {
    return refresh(work.tx, bank_.limits());
  })) << "the program knows what ships";
  ASSERT_TRUE(import(next_year).has_value());
  EXPECT_FALSE(bank_.limits().calendars()->now().knows(day("2027-01-01")));
  EXPECT_TRUE(
      bank_.read(bank_.chen_yu, [&](Work& work) { return refresh(work.tx, bank_.limits()); }));
  EXPECT_TRUE(bank_.limits().calendars()->now().knows(day("2027-01-01")));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, CalendarsOfABank, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::clocks
