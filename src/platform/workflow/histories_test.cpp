// Ten thousand invented histories: what holds of every clock, whatever happens to it.
#include <random>
#include <set>

#include "core/json_struct.h"
#include "platform/workflow/ladder.h"
#include "platform/workflow/limits_fixture.h"

namespace xb::workflow {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr int histories = 10'000;

class Histories : public WithLimits {
 protected:
  std::int64_t below(std::int64_t limit) {
    return std::uniform_int_distribution<std::int64_t>{0, limit - 1}(chance_);
  }

  // Something somebody might try; often it is refused.
  Result<ClockStep> attempt(const Reckoned& clock, Instant now) {
    const Date today = Zone{}.date(now);
    const Date about = today + days{below(20) - 15};
    Exclusion exclusion{
        below(2) == 0 ? ExclusionKind::appraisal : ExclusionKind::mediation, about, {}};
    if (below(2) == 0) exclusion.until = about + days{below(12) - 1};
    switch (below(7)) {
      case 0: return extended(clock, below(70), now);
      case 1: return excluded(clock, exclusion, now, Zone{});
      case 2: return exclusion_ended(clock, about, now, Zone{});
      case 3: return restarted(clock, nullptr, now - hours{below(100)}, now, calendars_);
      case 4: return agreed(clock, about, now, Zone{});
      case 5: return regulator_set(clock, about, now, Zone{});
      default: break;
    }
    if (below(4) == 0 && !clock.is_over()) return stopped(now);
    return refuse(Reason::conflict, "nothing");
  }

  // The last day, counted without the reckoning: the first day up to which enough days count.
  Date counted(const Reckoned& clock) const {
    const bool by_calendar = clock.rule->measure == Measure::working_days;
    const Calendar& calendar = calendars_.as_of(clock.state.calendar);
    Date day = Zone{}.date(clock.state.started_at);
    std::int64_t left = clock.total;
    while (left > 0) {
      day = day + days{1};
      bool counts = !by_calendar || calendar.is_working(day);
      for (const Exclusion& one : clock.state.exclusions)
        counts = counts && !(one.until && one.from <= day && day < *one.until);
      left -= counts ? 1 : 0;
    }
    const bool waits = clock.state.open_exclusion() != nullptr && !clock.is_over();
    if (clock.state.agreed_on) day = *clock.state.agreed_on;
    if (clock.state.regulator_on && waits && !clock.state.agreed_on)
      return *clock.state.regulator_on;
    if (clock.state.regulator_on) day = std::min(day, *clock.state.regulator_on);
    return day;
  }

  // As another program would read them from the log.
  static std::vector<ClockStep> from_log(const std::vector<ClockStep>& steps) {
    const auto json = parse_json(to_json(steps));
    return Json<std::vector<ClockStep>>::read(*json).value();
  }

  std::mt19937 chance_{20261122};
};

TEST_F(Histories, AreReckonedAgainFromTheirStepsAlone) {
  const std::string_view rules[] = {"decide", "decide_pboc", "ten", "three", "petition_decision"};
  std::int64_t steps_taken = 0;
  for (int i = 0; i < histories; ++i) {
    Instant now = at("2024-01-01T00:00:00+08:00") + hours{below(3 * 365 * 24)};
    const Rule& rule = *book_.find(rules[below(std::size(rules))], 1);
    std::vector<ClockStep> steps{started(rule, now, calendars_)};
    Reckoned clock = reckoned(steps);
    for (int tried = 0; tried < 12; ++tried) {
      now = now + hours{below(72)};
      const auto step = attempt(clock, now);
      if (!step) continue;
      steps.push_back(*step);
      clock = reckoned(steps);
      ++steps_taken;
      const Reckoned again = reckoned(from_log(steps));
      ASSERT_EQ(again.due_at, clock.due_at) << i;
      ASSERT_EQ(again.state.stopped_at, clock.state.stopped_at) << i;
      ASSERT_EQ(again.rests, clock.rests) << i;
      ASSERT_EQ(format(clock.due_on), format(counted(clock))) << i << ' ' << to_json(steps);
      ASSERT_GE(clock.total, rule.length) << i;
      if (!clock.state.regulator_on && !clock.state.agreed_on) {
        ASSERT_GT(clock.due_on, Zone{}.date(clock.state.started_at)) << "never negative";
      }
    }
    if (i % 10 == 0) {
      const Explanation why = explained(clock);
      if (clock.state.open_exclusion() == nullptr) {
        ASSERT_EQ(why.days.back().counted, clock.total) << i;
      }
    }
  }
  EXPECT_GT(steps_taken, histories) << "they do happen";
}

TEST_F(Histories, TellNobodyTwiceAndLeaveOutNoRung) {
  const std::string_view rules[] = {"decide", "ten", "breach_report", "petition_decision"};
  std::int64_t notices = 0;
  for (int i = 0; i < histories; ++i) {
    Instant now = at("2024-01-01T00:00:00+08:00") + hours{below(2 * 365 * 24)};
    const Rule& rule = *book_.find(rules[below(std::size(rules))], 1);
    const Ladder& ladder = book_.ladder(rule);
    std::vector<ClockStep> steps{started(rule, now, calendars_)};
    Reckoned clock = reckoned(steps);
    std::vector<SentNotice> sent;
    std::set<std::tuple<NoticeKind, Office, std::int64_t, std::int64_t>> told;
    for (int looked = 0; looked < 30; ++looked) {
      now = now + hours{below(60)};
      if (const auto step = attempt(clock, now); step && below(3) == 0) {
        steps.push_back(*step);
        clock = reckoned(steps);
      }
      const Outlook outlook = look(clock, ladder, sent, now, Zone{});
      if (outlook.look_at) {
        ASSERT_GT(*outlook.look_at, now) << i;
      }
      if (!outlook.now) continue;
      const Notice& notice = *outlook.now;
      ++notices;
      ASSERT_FALSE(clock.is_over()) << i;
      ASSERT_EQ(notice.kind == NoticeKind::resting, clock.rests) << i;
      ASSERT_EQ(after_quiet(ladder, now, Zone{}), now) << i << ": nothing at night";
      ASSERT_TRUE(told.emplace(notice.kind, notice.rung, notice.before, notice.due_at.ms).second)
          << i << ": twice";
      if (!clock.rests) {
        ASSERT_EQ(notice.kind == NoticeKind::overdue, now >= clock.due_at) << i;
      }
      if (notice.kind == NoticeKind::overdue && notice.rung != Office::owner) {
        const auto below_it = static_cast<Office>(static_cast<int>(notice.rung) - 1);
        ASSERT_TRUE(told.contains({NoticeKind::overdue, below_it, 0, notice.due_at.ms})) << i;
      }
      sent.push_back({notice, now});
    }
  }
  EXPECT_GT(notices, histories);
}

}  // namespace
}  // namespace xb::workflow
