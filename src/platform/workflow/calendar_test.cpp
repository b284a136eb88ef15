#include "platform/workflow/calendar.h"

#include <gtest/gtest.h>

#include "platform/workflow/limits_fixture.h"

namespace xb::workflow {
namespace {

Calendar all() { return shipped().now(); }

std::string refusal(std::string_view json) {
  const auto year = read_calendar_year(json);
  if (year) return "none";
  return year.error().code + (year.error().field.empty() ? "" : " " + year.error().field);
}

TEST(TheCalendar, HasAsManyWorkdaysAsTheNoticesSay) {
  const Calendar calendar = all();
  const struct {
    const char* year;
    int workdays;
  } years[] = {{"2024", 251}, {"2025", 248}, {"2026", 248}};
  for (const auto& one : years) {
    const std::string year = one.year;
    int count = 0;
    for (Date on = day(year + "-01-01"); on <= day(year + "-12-31"); on = on + std::chrono::days{1})
      count += calendar.is_working(on) ? 1 : 0;
    EXPECT_EQ(count, one.workdays) << year;
  }
}

TEST(TheCalendar, CountsWorkingDaysAfterTheStart) {
  const Calendar calendar = all();
  const struct {
    const char* start;
    int days;
    const char* end;
  } cases[] = {
      {"2024-02-09", 7, "2024-02-26"}, {"2025-01-27", 7, "2025-02-12"},
      {"2025-09-30", 7, "2025-10-16"}, {"2026-02-12", 3, "2026-02-24"},
      {"2026-02-13", 7, "2026-03-02"}, {"2026-04-30", 5, "2026-05-11"},
      {"2026-09-30", 7, "2026-10-15"},
  };
  for (const auto& one : cases) {
    Date on = day(one.start);
    for (int left = one.days; left > 0; left -= calendar.is_working(on) ? 1 : 0)
      on = on + std::chrono::days{1};
    EXPECT_EQ(format(on), one.end) << one.start;
  }
}

TEST(TheCalendar, KnowsWhatEachDayIs) {
  const Calendar calendar = all();
  EXPECT_EQ(calendar.kind(day("2026-02-14")), DayKind::make_up);
  EXPECT_EQ(calendar.name(day("2026-02-14")), "春节");
  EXPECT_EQ(calendar.kind(day("2026-02-17")), DayKind::holiday);
  EXPECT_EQ(calendar.kind(day("2026-02-15")), DayKind::holiday) << "a Sunday and a day off";
  EXPECT_EQ(calendar.kind(day("2024-06-08")), DayKind::weekend) << "beside a holiday";
  EXPECT_EQ(calendar.kind(day("2026-03-02")), DayKind::working);
  EXPECT_EQ(calendar.name(day("2026-03-02")), "");
}

TEST(TheCalendar, SaysWhichYearsAreMissing) {
  const Calendar calendar = all();
  EXPECT_EQ(calendar.missing(day("2023-12-31"), day("2027-01-01")),
            (std::vector<std::int64_t>{2023, 2027}));
  EXPECT_TRUE(calendar.missing(day("2024-01-01"), day("2026-12-31")).empty());
  EXPECT_TRUE(calendar.knows(day("2026-12-31")));
  EXPECT_FALSE(calendar.knows(day("2027-01-01")));
  EXPECT_EQ(calendar.kind(day("2027-10-01")), DayKind::working) << "a Friday, for all we know";
}

TEST(TheCalendar, TakesDecemberDaysFromTheNextYearsNotice) {
  Calendar calendar = all();
  const auto next = read_calendar_year(
      R"({"$schema":"x","year":2027,"papers":[],"days":[
          {"name":"元旦","date":"2026-12-27","isOffDay":false},
          {"name":"元旦","date":"2026-12-31","isOffDay":true}]})");
  ASSERT_TRUE(next.has_value()) << next.error().field;
  calendar.add(*next);
  EXPECT_EQ(calendar.kind(day("2026-12-27")), DayKind::make_up);
  EXPECT_EQ(calendar.kind(day("2026-12-31")), DayKind::holiday);
  EXPECT_EQ(calendar.kind(day("2026-10-01")), DayKind::holiday) << "the year itself stays";
}

TEST(TheCalendar, IsReplacedByALaterNoticeOfItsYear) {
  Calendars calendars = shipped();
  const std::int64_t before = calendars.version();
  calendars.add(before + 1, {2026, "改", {{day("2026-03-02"), "特别假", true}}});
  EXPECT_EQ(calendars.now().kind(day("2026-03-02")), DayKind::holiday);
  EXPECT_EQ(calendars.now().kind(day("2026-10-01")), DayKind::working) << "gone with the old one";
  EXPECT_EQ(calendars.as_of(before).kind(day("2026-03-02")), DayKind::working);
  EXPECT_EQ(calendars.as_of(before).kind(day("2026-10-01")), DayKind::holiday);
  EXPECT_EQ(calendars.as_of(1).kind(day("2026-10-01")), DayKind::working) << "only 2024 was known";
  EXPECT_EQ(calendars.as_of(0).missing(day("2024-01-01"), day("2024-01-02")).size(), 1u);
}

TEST(ACalendarFile, IsRefusedWithThePlace) {
  const std::string good = R"({"name":"元旦","date":"2027-01-01","isOffDay":true})";
  const auto with = [](const std::string& days) {
    return R"({"year":2027,"papers":["https://example.com/1"],"days":[)" + days + "]}";
  };
  EXPECT_EQ(refusal(with(good)), "none");
  EXPECT_EQ(refusal("{"), "json.malformed");
  EXPECT_EQ(refusal("[]"), "calendar.malformed");
  EXPECT_EQ(refusal(R"({"papers":[],"days":[]})"), "calendar.malformed year");
  EXPECT_EQ(refusal(R"({"year":"2027","papers":[],"days":[]})"), "calendar.malformed year");
  EXPECT_EQ(refusal(R"({"year":1027,"papers":[],"days":[]})"), "calendar.malformed year");
  EXPECT_EQ(refusal(R"({"year":2027,"days":[]})"), "calendar.malformed papers");
  EXPECT_EQ(refusal(R"({"year":2027,"papers":[1],"days":[]})"), "calendar.malformed papers");
  EXPECT_EQ(refusal(R"({"year":2027,"papers":[]})"), "calendar.malformed days");
  EXPECT_EQ(refusal(with("")), "calendar.empty days") << "it is not published yet";
  EXPECT_EQ(refusal(with(good + ",7")), "calendar.malformed days.1");
  EXPECT_EQ(refusal(with(R"({"date":"2027-01-01","isOffDay":true})")),
            "calendar.malformed days.0.name");
  EXPECT_EQ(refusal(with(R"({"name":"元旦","isOffDay":true})")), "calendar.malformed days.0.date");
  EXPECT_EQ(refusal(with(R"({"name":"元旦","date":"2027-02-30","isOffDay":true})")),
            "calendar.malformed days.0.date");
  EXPECT_EQ(refusal(with(R"({"name":"元旦","date":"2027-01-01","isOffDay":1})")),
            "calendar.malformed days.0.isOffDay");
  EXPECT_EQ(refusal(with(R"({"name":"元旦","date":"2028-01-01","isOffDay":true})")),
            "calendar.wrong_year days.0.date");
  EXPECT_EQ(refusal(with(R"({"name":"元旦","date":"2026-11-30","isOffDay":true})")),
            "calendar.wrong_year days.0.date");
  EXPECT_EQ(refusal(with(good + "," + good)), "calendar.repeated_day days.1.date");
}

}  // namespace
}  // namespace xb::workflow
