#include "modules/portal/guarding/service.h"

#include <gtest/gtest.h>

#include "modules/portal/puzzles_fixture.h"
#include "test/support/bank.h"

namespace xb::portal {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(ANetwork, IsAnAddressOrHalfOfAnIpv6One) {
  EXPECT_EQ(network_of("::ffff:192.0.2.7"), network_of("192.0.2.7"));
  EXPECT_NE(network_of("192.0.2.8"), network_of("192.0.2.7"));
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), network_of("2001:db8:1:2::9"));
  EXPECT_NE(network_of("2001:db8:1:2::9"), network_of("2001:db8:1:3::9"));
  EXPECT_EQ(network_of(""), "");
}

TEST(ARange, HasTheAddressesItSays) {
  const auto inside = Range::read("10.1.128.0/17");
  ASSERT_TRUE(inside.has_value());
  EXPECT_TRUE(inside->has("10.1.200.3"));
  EXPECT_TRUE(inside->has("::ffff:10.1.200.3"));
  EXPECT_FALSE(inside->has("10.1.127.3"));
  EXPECT_FALSE(inside->has("fd00::1"));
  EXPECT_FALSE(inside->has(""));
  EXPECT_TRUE(Range::read("fd00::/8")->has("fdff::1"));
  EXPECT_TRUE(Range::read("0.0.0.0/0")->has("192.0.2.1"));
  for (const char* none :
       {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x", "a/8", "::/129"})
    EXPECT_FALSE(Range::read(none).has_value()) << none;
}

TEST(ATally, CountsAnHourAndIsBounded) {
  Tally tally(2);
  Instant now = test::monday;
  tally.add("a", 3, now);
  tally.add("a", 1, now + minutes{59});
  EXPECT_EQ(tally.count("a", now + minutes{59}), 4);
  EXPECT_EQ(tally.count("a", now + hours{1}), 0);
  tally.add("b", 1, now);
  EXPECT_TRUE(tally.is_full(now));
  tally.add("c", 1, now);
  EXPECT_EQ(tally.count("c", now), 0);
  now = now + hours{1};
  tally.add("c", 1, now);
  EXPECT_EQ(tally.count("c", now), 1) << "what is over makes room";
}

TEST(ATally, LooksForRoomOnceAMinute) {
  Tally tally(1);
  const Instant now = test::monday;
  tally.add("a", 1, now);
  EXPECT_TRUE(tally.is_full(now + minutes{59} + seconds{30}));
  EXPECT_TRUE(tally.is_full(now + hours{1})) << "it was looked through just now";
  EXPECT_FALSE(tally.is_full(now + hours{1} + seconds{30}));
}

TEST(APuzzle, IsSolvedByNumbersOnlyAndInTime) {
  const Puzzle puzzle = new_puzzle(test::keys(), test::monday);
  const std::string answer = solved(puzzle.puzzle);
  EXPECT_TRUE(is_solved(test::keys(), answer, test::monday + minutes{30}));
  EXPECT_FALSE(is_solved(test::keys(), answer, test::monday + minutes{31}));
  EXPECT_FALSE(is_solved(test::keys(), "", test::monday));
  EXPECT_FALSE(is_solved(test::keys(), puzzle.puzzle, test::monday));
  EXPECT_FALSE(is_solved(test::keys(), puzzle.puzzle + ":0,0,0", test::monday));
  EXPECT_FALSE(is_solved(test::keys(), answer.substr(0, answer.rfind(',')), test::monday));
  EXPECT_FALSE(is_solved(test::keys(), answer + ",1", test::monday));
  EXPECT_FALSE(is_solved(test::keys(), "0" + answer, test::monday)) << "not ours";
  std::string later = answer;
  later.replace(later.find('.') + 1, 1, "9");
  EXPECT_FALSE(is_solved(test::keys(), later, test::monday)) << "its end is signed";
}

TEST(AGuard, TakesOneAnswerOnceButForTheSameRequest) {
  Guard guard;
  const Instant now = test::monday;
  for (int i = 0; i < 20; ++i)
    EXPECT_TRUE(guard.admit_draft(test::keys(), {"n", "", "r"}, now).has_value());
  const std::string answer = solved(new_puzzle(test::keys(), now).puzzle);
  EXPECT_TRUE(guard.admit_draft(test::keys(), {"n", answer, "r1"}, now).has_value());
  EXPECT_TRUE(guard.admit_draft(test::keys(), {"n", answer, "r1"}, now).has_value());
  EXPECT_EQ(guard.admit_draft(test::keys(), {"n", answer, "r2"}, now).error().code,
            "portal.puzzle");
}

TEST(AGuard, BoundsWhatOneNetworkAndOneCaseMayDo) {
  Guard guard;
  const Instant now = test::monday;
  EXPECT_TRUE(guard.admit_bytes({"n", "", ""}, std::int64_t{1000} << 20, now).has_value());
  EXPECT_EQ(guard.admit_bytes({"n", "", ""}, std::int64_t{100} << 20, now).error().code,
            "portal.too_many");
  EXPECT_TRUE(guard.admit_bytes({"m", "", ""}, std::int64_t{100} << 20, now).has_value());
  for (int i = 0; i < 5000; ++i) ASSERT_TRUE(guard.admit_change({"n", "", ""}, now).has_value());
  EXPECT_EQ(guard.admit_change({"n", "", ""}, now).error().code, "portal.too_many");
  for (int i = 0; i < 60; ++i) EXPECT_TRUE(guard.admit_act(7, now).has_value());
  EXPECT_EQ(guard.admit_act(7, now).error().code, "portal.too_many");
  EXPECT_TRUE(guard.admit_act(8, now).has_value());
  EXPECT_TRUE(guard.admit_act(7, now + hours{1}).has_value());
}

TEST(AGuard, WaitsLongerTheMoreIsGuessedAndAtMostAMinute) {
  Guard guard;
  const Asker asker{"n", "", ""};
  seconds wait{0};
  for (int i = 0; i < 30; ++i) guard.note_wrong(asker, "1", test::monday);
  EXPECT_EQ(guard.admit_look(test::keys(), asker, "1", test::monday, wait).error().code,
            "portal.wait");
  EXPECT_EQ(wait, seconds{60});
  EXPECT_TRUE(guard.admit_look(test::keys(), asker, "2", test::monday, wait).has_value());
  EXPECT_TRUE(guard.admit_look(test::keys(), {"m", "", ""}, "1", test::monday, wait).has_value());
  for (int i = 0; i < 100; ++i) guard.note_wrong(asker, std::to_string(100 + i), test::monday);
  EXPECT_EQ(guard.admit_look(test::keys(), asker, "2", test::monday, wait).error().code,
            "portal.puzzle")
      << "one network that tries many numbers";
}

}  // namespace
}  // namespace xb::portal
