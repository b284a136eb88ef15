#include "platform/workflow/clock.h"

#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/describe.h"

namespace xb::workflow {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;

Instant at(std::string_view text) { return parse_instant(text).value(); }

// The clocks run in the bank's zone, wherever the machine stands.
class Clock : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override { move_to(GetParam()); }
  void TearDown() override { move_to("UTC"); }

 private:
  static void move_to(const char* zone) {
    setenv("TZ", zone, 1);
    tzset();
  }
};

INSTANTIATE_TEST_SUITE_P(OnAMachineIn, Clock,
                         testing::Values("UTC", "America/New_York", "Asia/Shanghai"),
                         [](const auto& machine) {
                           std::string name = machine.param;
                           for (char& c : name)
                             if (c == '/') c = '_';
                           return name;
                         });

TEST_P(Clock, ADecisionIsDueFifteenDaysAfterTheDayOfReceipt) {
  const struct {
    std::string_view received_at;
    std::string_view due_on;
  } cases[] = {
      {"2026-02-05T09:00:00+08:00", "2026-02-20"},  // in the Spring Festival
      {"2026-09-22T09:00:00+08:00", "2026-10-07"},  // in the National Day holiday
      {"2026-03-02T00:00:00+08:00", "2026-03-17"},
      {"2026-03-02T00:00:00.001+08:00", "2026-03-17"},
      {"2026-03-02T23:59:59.999+08:00", "2026-03-17"},
      {"2026-03-03T00:00:00+08:00", "2026-03-18"},
      {"2026-03-01T16:00:00Z", "2026-03-17"},  // the bank's second of March has begun
      {"2026-03-01T15:59:59.999Z", "2026-03-16"},
      {"2026-03-02T10:59:59-05:00", "2026-03-17"},
      {"2026-03-02T11:00:00-05:00", "2026-03-18"},
      {"2026-01-31T12:00:00+08:00", "2026-02-15"},
      {"2026-02-13T12:00:00+08:00", "2026-02-28"},
      {"2026-02-14T12:00:00+08:00", "2026-03-01"},
      {"2028-02-13T12:00:00+08:00", "2028-02-28"},
      {"2028-02-14T12:00:00+08:00", "2028-02-29"},
      {"2028-02-15T12:00:00+08:00", "2028-03-01"},
      {"2028-02-29T12:00:00+08:00", "2028-03-15"},
      {"2026-04-15T12:00:00+08:00", "2026-04-30"},
      {"2026-04-16T12:00:00+08:00", "2026-05-01"},
      {"2026-12-16T12:00:00+08:00", "2026-12-31"},
      {"2026-12-17T12:00:00+08:00", "2027-01-01"},
      {"2100-02-14T12:00:00+08:00", "2100-03-01"},  // no leap year
      {"1969-12-20T12:00:00+08:00", "1970-01-04"},
  };
  for (const auto& one : cases) {
    const Due decision = due(Span::decide, at(one.received_at), Zone{});
    EXPECT_EQ(format(decision.on), one.due_on) << one.received_at;
  }
}

TEST_P(Clock, TheFirstLateInstantIsMidnightAfterTheLastDay) {
  const Due decision = due(Span::decide, at("2026-02-05T09:00:00+08:00"), Zone{});
  EXPECT_EQ(decision.at, at("2026-02-21T00:00:00+08:00"));
  EXPECT_EQ(format(decision.at), "2026-02-20T16:00:00.000Z");
  EXPECT_EQ(Zone{}.date(decision.at - milliseconds{1}), decision.on);
  EXPECT_EQ(Zone{}.date(decision.at), decision.on + days{1});
}

// The hour of receipt neither gives nor takes time.
TEST_P(Clock, AllThatIsReceivedOnADayIsDueTogether) {
  const Instant midnight = at("2026-02-05T00:00:00+08:00");
  const Due first = due(Span::decide, midnight, Zone{});
  for (int minute = 0; minute < 24 * 60; ++minute) {
    const Due other = due(Span::decide, midnight + std::chrono::minutes{minute}, Zone{});
    ASSERT_EQ(other.on, first.on) << minute;
    ASSERT_EQ(other.at, first.at) << minute;
  }
  EXPECT_EQ(due(Span::decide, midnight - milliseconds{1}, Zone{}).on + days{1}, first.on);
}

TEST_P(Clock, TheDayIsThatOfTheZone) {
  const Instant received = at("2026-03-01T20:00:00Z");
  EXPECT_EQ(format(due(Span::decide, received, Zone{}).on), "2026-03-17");
  EXPECT_EQ(format(due(Span::decide, received, *parse_zone("Z")).on), "2026-03-16");
  EXPECT_EQ(due(Span::decide, received, *parse_zone("-05:00")).at, at("2026-03-17T00:00:00-05:00"));
}

TEST(SpanRule, NamesItsSource) {
  for_each_enumerator<Span>([](std::string_view, Span span) {
    const SpanRule& rule = rule_of(span);
    EXPECT_EQ(rule.span, span);
    EXPECT_GT(rule.length.count(), 0);
    EXPECT_FALSE(rule.source.empty());
  });
  EXPECT_EQ(rule_of(Span::decide).length, days{15});
}

}  // namespace
}  // namespace xb::workflow
