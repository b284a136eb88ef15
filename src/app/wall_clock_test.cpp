#include "app/wall_clock.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace xb::app {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr milliseconds a_moment{1};
const Instant start = *parse_instant("2026-03-02T09:00:00+08:00");

// A machine whose clocks the test moves.
class Machine {
 public:
  TimeSource source() {
    return {[this] { return wall.ms; }, [this] { return boot.count(); }};
  }
  // Time passes, asleep or awake.
  void pass(milliseconds span) {
    wall = wall + span;
    boot += span;
  }
  // Somebody sets the clock.
  void step(milliseconds span) { wall = wall + span; }

  Instant wall = start;
  milliseconds boot{77'000};
};

class TheWallClock : public testing::Test {
 protected:
  Machine machine_;
  WallClock clock_{machine_.source(), start};
};

TEST_F(TheWallClock, GoesWithTheWall) {
  EXPECT_EQ(clock_.now(), start);
  for (const milliseconds span : {a_moment, milliseconds{seconds{59}}, milliseconds{hours{240}}}) {
    machine_.pass(span);
    EXPECT_EQ(clock_.now(), machine_.wall);
    EXPECT_TRUE(clock_.may_write());
  }
}

TEST_F(TheWallClock, StandsStillWhileTheWallIsBehind) {
  machine_.pass(hours{1});
  const Instant last = clock_.now();
  machine_.step(-minutes{5});
  EXPECT_EQ(clock_.now(), last);
  EXPECT_TRUE(clock_.may_write());
  machine_.pass(minutes{5});
  EXPECT_EQ(clock_.now(), last);
  machine_.pass(a_moment);
  EXPECT_EQ(clock_.now(), last + a_moment);
}

TEST_F(TheWallClock, StopsWritingWhenTheWallIsTooFarBehind) {
  machine_.step(-minutes{5} - a_moment);
  EXPECT_FALSE(clock_.may_write());
  EXPECT_EQ(clock_.now(), start) << "nothing is ever stamped before what was";
  clock_.confirm();
  EXPECT_FALSE(clock_.may_write()) << "the log stands in the future, whoever says otherwise";
  machine_.pass(a_moment);
  EXPECT_TRUE(clock_.may_write());
  EXPECT_EQ(clock_.now(), start);
}

TEST_F(TheWallClock, TakesASmallStepAhead) {
  machine_.step(minutes{1});
  EXPECT_TRUE(clock_.may_write());
  EXPECT_EQ(clock_.now(), start + minutes{1});
}

TEST_F(TheWallClock, StopsWritingWhenTheWallRanAhead) {
  machine_.step(minutes{1} + a_moment);
  EXPECT_FALSE(clock_.may_write());
  EXPECT_EQ(clock_.now(), start) << "a wrong time must not become the lower bound";
  machine_.pass(hours{5});
  EXPECT_FALSE(clock_.may_write()) << "waiting does not make it right";
}

TEST_F(TheWallClock, AddsSmallStepsUp) {
  for (int i = 0; i < 7; ++i) {
    EXPECT_EQ(clock_.may_write(), i <= 6);
    machine_.step(seconds{10});
  }
  EXPECT_FALSE(clock_.may_write());
}

TEST_F(TheWallClock, GoesOnWhenSomebodySaysThatItIsRight) {
  machine_.step(hours{24});
  ASSERT_FALSE(clock_.may_write());
  clock_.confirm();
  EXPECT_TRUE(clock_.may_write());
  EXPECT_EQ(clock_.now(), start + hours{24});
  machine_.step(minutes{1} + a_moment);
  EXPECT_FALSE(clock_.may_write()) << "the next step wants its own word";
}

TEST_F(TheWallClock, GoesOnByItselfWhenTheWallIsSetBackToWhatItWas) {
  machine_.step(hours{24});
  ASSERT_FALSE(clock_.may_write());
  machine_.step(-hours{24});
  EXPECT_TRUE(clock_.may_write());
  EXPECT_EQ(clock_.now(), start);
}

TEST_F(TheWallClock, SleepIsNoStep) {
  machine_.pass(hours{72});
  EXPECT_TRUE(clock_.may_write());
}

TEST_F(TheWallClock, RaisesOneAlarmForEachStep) {
  testing::internal::CaptureStderr();
  const auto look = [&] {
    for (int i = 0; i < 3; ++i) clock_.now();
  };
  machine_.step(-minutes{1});
  look();
  machine_.step(-minutes{9});
  look();
  machine_.step(minutes{10});
  look();
  machine_.step(hours{1});
  look();
  const std::string told = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 3) << told;
  EXPECT_NE(told.find(R"("event":"clock.held","behind_ms":60000})"), std::string::npos) << told;
  EXPECT_NE(told.find(R"("event":"clock.stepped","behind_ms":600000,"ahead_ms":-600000})"),
            std::string::npos)
      << told;
  EXPECT_NE(told.find(R"("event":"clock.stepped","behind_ms":-3600000,"ahead_ms":3600000})"),
            std::string::npos)
      << told;
}

TEST(AWallClockThatStarts, IsBehindTheLogByMoreThanFiveSecondsOnly) {
  const struct {
    milliseconds ahead_of_wall;
    bool is_behind;
  } cases[] = {
      {-hours{1}, false},  {milliseconds{0}, false},
      {seconds{5}, false}, {seconds{5} + a_moment, true},
      {hours{1}, true},
  };
  for (const auto& [ahead, is_behind] : cases) {
    Machine machine;
    EXPECT_EQ(WallClock(machine.source(), start + ahead).is_behind_log(), is_behind)
        << ahead.count();
  }
}

TEST(AWallClockThatStarts, StampsNothingBeforeTheNewestEntry) {
  Machine machine;
  WallClock clock(machine.source(), start + seconds{4});
  EXPECT_EQ(clock.now(), start + seconds{4});
  EXPECT_TRUE(clock.may_write());
}

TEST(TheMachinesOwnClocks, GoForward) {
  const TimeSource source = TimeSource::system();
  const auto boot = source.boot_ms();
  EXPECT_GE(source.boot_ms(), boot);
  EXPECT_GT(source.wall_ms(), parse_instant("2024-01-01T00:00:00Z")->ms);
}

}  // namespace
}  // namespace xb::app
