#include "core/instant.h"

#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace xb {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::int64_t nine_on_monday = 1'772'413'200'000;  // 2026-03-02T09:00:00+08:00
const Instant first_instant{-62'135'596'800'000};           // 0001-01-01T00:00:00Z
const Instant last_instant{253'402'300'799'999};            // 9999-12-31T23:59:59.999Z

Date day(std::string_view text) { return parse_date(text).value(); }
Instant at(std::string_view text) { return parse_instant(text).value(); }

// Every result here is the same wherever the machine stands.
class Time : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override { move_to(GetParam()); }
  void TearDown() override { move_to("UTC"); }

 private:
  static void move_to(const char* zone) {
    setenv("TZ", zone, 1);
    tzset();
  }
};

INSTANTIATE_TEST_SUITE_P(OnAMachineIn, Time,
                         testing::Values("UTC", "America/New_York", "Asia/Shanghai"),
                         [](const auto& machine) {
                           std::string name = machine.param;
                           for (char& c : name)
                             if (c == '/') c = '_';
                           return name;
                         });

TEST_P(Time, AnInstantIsReadAsRfc3339HasIt) {
  const struct {
    std::string_view text;
    std::int64_t ms;
  } cases[] = {
      {"1970-01-01T00:00:00Z", 0},
      {"1969-12-31T23:59:59.999Z", -1},
      {"2026-03-02T09:00:00+08:00", nine_on_monday},
      {"2026-03-02T01:00:00Z", nine_on_monday},
      {"2026-03-02T01:00:00+00:00", nine_on_monday},
      {"2026-03-02T01:00:00-00:00", nine_on_monday},
      {"2026-03-01T20:00:00-05:00", nine_on_monday},
      {"2026-03-01T21:30:00-03:30", nine_on_monday},
      {"2026-03-03T00:59:00+23:59", nine_on_monday},
      {"2026-03-01T01:01:00-23:59", nine_on_monday},
      {"2026-03-02t01:00:00z", nine_on_monday},
      {"2026-03-02 01:00:00Z", nine_on_monday},
      {"2026-03-02T01:00:00.0Z", nine_on_monday},
      {"2026-03-02T01:00:00.5Z", nine_on_monday + 500},
      {"2026-03-02T01:00:00.05Z", nine_on_monday + 50},
      {"2026-03-02T01:00:00.123Z", nine_on_monday + 123},
      {"2026-03-02T01:00:00.123999999999999999999999Z", nine_on_monday + 123},
      {"2026-03-02T09:00:00.9999+08:00", nine_on_monday + 999},
      {"2026-03-02T23:59:59Z", 1'772'495'999'000},
      {"2024-02-29T00:00:00Z", 1'709'164'800'000},
      {"2000-02-29T12:00:00Z", 951'825'600'000},
      {"0001-01-01T00:00:00Z", first_instant.ms},
      {"9999-12-31T23:59:59.999Z", last_instant.ms},
  };
  for (const auto& one : cases) {
    const auto read = parse_instant(one.text);
    ASSERT_TRUE(read) << one.text;
    EXPECT_EQ(read->ms, one.ms) << one.text;
  }
}

TEST_P(Time, WhatDoesNotExistIsNoInstant) {
  for (const std::string_view text : {
           "",
           "Z",
           "2026-03-02",
           "2026-03-02T",
           "2026-03-02T09:00:00",
           "2026-03-02T09:00Z",
           "2026-03-02T24:00:00Z",
           "2026-03-02T23:60:00Z",
           "2026-03-02T23:59:60Z",
           "2016-12-31T23:59:60Z",
           "2026-03-02T09:00:61Z",
           "2026-02-29T00:00:00Z",
           "2026-02-30T00:00:00Z",
           "2024-02-30T00:00:00Z",
           "2100-02-29T00:00:00Z",
           "2026-04-31T00:00:00Z",
           "2026-13-01T00:00:00Z",
           "2026-00-10T00:00:00Z",
           "2026-01-00T00:00:00Z",
           "2026-01-32T00:00:00Z",
           "0000-01-01T00:00:00Z",
           "10000-01-01T00:00:00Z",
           "-2026-03-02T09:00:00Z",
           "+2026-03-02T09:00:00Z",
           "26-03-02T09:00:00Z",
           "2026-3-2T09:00:00Z",
           "2026-03-02T9:00:00Z",
           "2026/03/02T09:00:00Z",
           "20260302T090000Z",
           "2026-03-02X09:00:00Z",
           "2026-03-02  09:00:00Z",
           " 2026-03-02T09:00:00Z",
           "2026-03-02T09:00:00Z ",
           "2026-03-02T09:00:00ZZ",
           "2026-03-02T09:00:00 Z",
           "2026-03-02T09:00:00.Z",
           "2026-03-02T09:00:00,5Z",
           "2026-03-02T09:00:00.5",
           "2026-03-02T09:00:00+08",
           "2026-03-02T09:00:00+0800",
           "2026-03-02T09:00:00+8:00",
           "2026-03-02T09:00:00+24:00",
           "2026-03-02T09:00:00+08:60",
           "2026-03-02T09:00:00+08:00:00",
           "2026-03-02T09:00:00\u221208:00",
           "2026-03-02T0９:00:00Z",
           "2026-W10-1T09:00:00Z",
           "2026-061T09:00:00Z",
           "tomorrow",
           "1772413200000",
       })
    EXPECT_FALSE(parse_instant(text)) << text;
  EXPECT_FALSE(parse_instant(std::string_view{"2026-03-02T09:00:00Z\0", 21}));
}

// Its offset may carry an instant over the years that can be written.
TEST_P(Time, AnInstantLiesInTheYearsThatCanBeWritten) {
  for (const std::string_view text : {"0001-01-01T00:00:00+00:01", "0001-01-01T07:59:59.999+08:00",
                                      "9999-12-31T23:59:00-00:01", "9999-12-31T23:59:59.999-23:59"})
    EXPECT_FALSE(parse_instant(text)) << text;
  EXPECT_EQ(parse_instant("0001-01-01T08:00:00+08:00"), first_instant);
  EXPECT_EQ(parse_instant("9999-12-31T15:59:59.999-08:00"), last_instant);
}

TEST_P(Time, AnInstantIsWrittenInUtcWithMilliseconds) {
  EXPECT_EQ(format(Instant{0}), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(format(Instant{-1}), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(format(Instant{nine_on_monday + 4}), "2026-03-02T01:00:00.004Z");
  EXPECT_EQ(format(first_instant), "0001-01-01T00:00:00.000Z");
  EXPECT_EQ(format(last_instant), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(format(at("2026-12-31T23:59:59-05:00")), "2027-01-01T04:59:59.000Z");
}

TEST_P(Time, WhatIsWrittenReadsTheSame) {
  std::mt19937_64 random{20'260'302};
  std::uniform_int_distribution<std::int64_t> any(first_instant.ms, last_instant.ms);
  for (int i = 0; i < 2'000; ++i) {
    const Instant instant{any(random)};
    ASSERT_EQ(parse_instant(format(instant)), instant) << instant.ms;
    const Date date = Zone{}.date(instant);
    ASSERT_TRUE(date > day("9999-12-31") || parse_date(format(date)) == date) << instant.ms;
  }
}

TEST_P(Time, ADayTurnsAtMidnightOfTheBankAndNotOfTheMachine) {
  const struct {
    std::string_view zone;
    std::string_view instant;
    std::string_view date;
  } cases[] = {
      {"+08:00", "2026-03-01T15:59:59.999Z", "2026-03-01"},
      {"+08:00", "2026-03-01T16:00:00.000Z", "2026-03-02"},
      {"+08:00", "2026-03-02T15:59:59.999Z", "2026-03-02"},
      {"+08:00", "2026-12-31T16:00:00Z", "2027-01-01"},
      {"+08:00", "2024-02-28T16:00:00Z", "2024-02-29"},
      {"+08:00", "2026-02-28T16:00:00Z", "2026-03-01"},
      {"+08:00", "1969-12-31T15:59:59.999Z", "1969-12-31"},
      {"+08:00", "1969-12-31T16:00:00Z", "1970-01-01"},
      {"Z", "2026-03-01T23:59:59.999Z", "2026-03-01"},
      {"Z", "2026-03-02T00:00:00Z", "2026-03-02"},
      {"-03:30", "2026-03-02T03:29:59.999Z", "2026-03-01"},
      {"-03:30", "2026-03-02T03:30:00Z", "2026-03-02"},
      {"-05:00", "2026-03-08T07:30:00Z", "2026-03-08"},  // New York's clocks go forward
      {"-05:00", "2026-03-09T04:30:00Z", "2026-03-08"},
  };
  for (const auto& one : cases) {
    const Zone zone = parse_zone(one.zone).value();
    const Date date = zone.date(at(one.instant));
    EXPECT_EQ(format(date), one.date) << one.instant << " in " << one.zone;
    EXPECT_LE(zone.start(date), at(one.instant));
    EXPECT_GT(zone.start(date + days{1}), at(one.instant));
  }
}

TEST_P(Time, ADayStartsWithItsFirstMillisecond) {
  EXPECT_EQ(Zone{}.start(day("2026-03-02")), at("2026-03-02T00:00:00+08:00"));
  EXPECT_EQ(Zone{minutes{-210}}.start(day("2026-03-02")), at("2026-03-02T00:00:00-03:30"));
  for (Date date = day("2023-12-30"); date < day("2025-01-03"); date = date + days{1}) {
    const Instant start = Zone{}.start(date);
    EXPECT_EQ(Zone{}.date(start), date);
    EXPECT_EQ(Zone{}.date(start - std::chrono::milliseconds{1}) + days{1}, date);
    EXPECT_EQ(Zone{}.start(date + days{1}) - start, std::chrono::hours{24});
  }
}

TEST_P(Time, ADateExists) {
  for (const std::string_view text : {"0001-01-01", "1900-02-28", "2000-02-29", "2024-02-29",
                                      "2026-01-31", "2026-11-30", "9999-12-31"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(format(*date), text);
  }
  for (const std::string_view text : {"",
                                      "2026",
                                      "2026-03",
                                      "0000-01-01",
                                      "1900-02-29",
                                      "2100-02-29",
                                      "2026-02-29",
                                      "2026-02-30",
                                      "2026-04-31",
                                      "2026-06-31",
                                      "2026-13-01",
                                      "2026-00-01",
                                      "2026-01-00",
                                      "2026-1-1",
                                      "26-01-01",
                                      "10000-01-01",
                                      "2026-01-01 ",
                                      " 2026-01-01",
                                      "2026-01-01T00:00:00Z",
                                      "2026/01/01",
                                      "20260101",
                                      "-001-01-01",
                                      "2026-01-0a"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST_P(Time, AZoneIsAnOffset) {
  const struct {
    std::string_view text;
    int minutes;
  } cases[] = {{"+08:00", 480}, {"-03:30", -210}, {"Z", 0},          {"z", 0},
               {"+00:00", 0},   {"-00:00", 0},    {"+23:59", 1'439}, {"-23:59", -1'439}};
  for (const auto& one : cases) {
    const auto zone = parse_zone(one.text);
    ASSERT_TRUE(zone) << one.text;
    EXPECT_EQ(zone->offset.count(), one.minutes) << one.text;
  }
  for (const std::string_view text : {"", "8", "+8", "+08", "+0800", "08:00", "+24:00", "+08:60",
                                      "+08:00 ", "ZZ", "UTC", "Asia/Shanghai"})
    EXPECT_FALSE(parse_zone(text)) << text;
}

}  // namespace
}  // namespace xb
