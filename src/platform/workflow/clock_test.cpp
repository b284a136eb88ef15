// Which steps a clock takes, and which it refuses.
#include "platform/workflow/limits_fixture.h"
#include "test/support/reading.h"

namespace xb::workflow {
namespace {

using std::chrono::hours;

const Instant received = at("2026-02-05T09:00:00+08:00");  // due on 2026-02-20
const Instant monday = at("2026-02-09T09:00:00+08:00");

class AClock : public WithLimits {
 protected:
  Reckoned decide(std::string_view steps = {}) const {
    return clock("decide", "2026-02-05T09:00:00+08:00", steps);
  }
  std::string extend(std::string_view steps, std::int64_t total, Instant now = monday) const {
    return refusal(extended(decide(steps), total, now));
  }
  std::string exclude(std::string_view steps, ExclusionKind kind, std::string_view from,
                      std::string_view until, Instant now = monday) const {
    Exclusion exclusion{kind, day(from), {}};
    if (!until.empty()) exclusion.until = day(until);
    return refusal(excluded(decide(steps), exclusion, now, Zone{}));
  }
};

TEST_F(AClock, IsExtendedStageByStage) {
  EXPECT_EQ(extend("", 30), "none");
  EXPECT_EQ(extend("", 20), "none");
  EXPECT_EQ(extend("", 31), "extension.out_of_order to_total");
  EXPECT_EQ(extend("", 60), "extension.out_of_order to_total");
  EXPECT_EQ(extend("", 61), "extension.over_limit to_total");
  EXPECT_EQ(extend("", 15), "extension.not_longer to_total");
  EXPECT_EQ(extend("extend 20", 30), "none") << "the rest of the first stage";
  EXPECT_EQ(extend("extend 20", 31), "none") << "the next stage";
  EXPECT_EQ(extend("extend 30", 60), "none");
  EXPECT_EQ(extend("extend 30", 30), "extension.not_longer to_total");
  EXPECT_EQ(extend("extend 30", 61), "extension.over_limit to_total");
  EXPECT_EQ(extend("extend 30; extend 60", 61), "extension.none_left");
  EXPECT_EQ(extend("agree 2026-03-20", 30), "clock.date_is_agreed");
  EXPECT_EQ(refusal(extended(clock("three", "2026-02-05T09:00:00+08:00"), 5, received)),
            "extension.none");
}

TEST_F(AClock, SaysWhoAgreesToAnExtension) {
  const auto first = extension(decide(), 30, monday);
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->approver, Approver::nobody_named);
  EXPECT_FALSE(first->needs_notice);
  const auto second = extension(decide("extend 30"), 45, monday);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->approver, Approver::superior_or_executive);
  EXPECT_TRUE(second->needs_notice);
}

TEST_F(AClock, IsExtendedInTimeOnly) {
  EXPECT_EQ(extend("", 30, at("2026-02-20T23:59:59.999+08:00")), "none");
  EXPECT_EQ(extend("", 30, at("2026-02-21T00:00:00+08:00")), "clock.already_overdue");
  const Instant later = at("2026-02-21T00:00:00+08:00");
  EXPECT_EQ(extend("mediation 2026-02-18", 30, at("2026-02-20T23:59:59.999+08:00")), "none");
  EXPECT_EQ(extend("mediation 2026-02-18", 30, later), "clock.rests")
      << "its end may yet say that the limit had passed";
  EXPECT_EQ(extend("mediation 2026-02-18 2026-02-20", 30, later), "none");
  EXPECT_EQ(extend("mediation 2026-02-18; regulator 2026-03-20", 30, later), "clock.rests");
  EXPECT_EQ(extend("mediation 2026-02-18; regulator 2026-02-20", 30, later),
            "clock.already_overdue");
}

TEST_F(AClock, LeavesOutDaysOfAppraisalAndMediation) {
  using enum ExclusionKind;
  EXPECT_EQ(exclude("", appraisal, "2026-02-06", ""), "none");
  EXPECT_EQ(exclude("", mediation, "2026-02-06", "2026-02-09"), "none")
      << "recorded when it is over";
  EXPECT_EQ(exclude("", appraisal, "2026-02-05", ""), "none") << "on the very day";
  EXPECT_EQ(exclude("", appraisal, "2026-02-04", ""), "exclusion.before_start from");
  EXPECT_EQ(exclude("", appraisal, "2026-02-10", ""), "field.in_future from");
  EXPECT_EQ(exclude("", appraisal, "2026-02-07", "2026-02-10"), "field.in_future until");
  EXPECT_EQ(exclude("", appraisal, "2026-02-07", "2026-02-07"),
            "exclusion.ends_before_begin until");
  EXPECT_EQ(exclude("", appraisal, "2026-02-07", "2026-02-06"),
            "exclusion.ends_before_begin until");
  const std::string_view known = "appraisal 2026-02-06 2026-02-08";
  EXPECT_EQ(exclude(known, mediation, "2026-02-07", "2026-02-09"), "exclusion.overlaps from");
  EXPECT_EQ(exclude(known, mediation, "2026-02-05", ""), "exclusion.overlaps from");
  EXPECT_EQ(exclude(known, mediation, "2026-02-08", "2026-02-09"), "none") << "one after the other";
  EXPECT_EQ(exclude("appraisal 2026-02-06", mediation, "2026-02-08", ""), "exclusion.overlaps from")
      << "one is open";
  const Instant late = at("2026-03-10T09:00:00+08:00");
  EXPECT_EQ(exclude("", mediation, "2026-02-21", "", late), "exclusion.after_due from");
  EXPECT_EQ(exclude("", mediation, "2026-02-20", "", late), "clock.already_overdue")
      << "nobody knows yet whether it was overdue, so nobody may go on as if it were not";
  EXPECT_EQ(exclude("", mediation, "2026-02-20", "2026-02-22", late), "none")
      << "begun in time, told later";
  EXPECT_EQ(refusal(excluded(clock("credit_objection", "2026-02-05T09:00:00+08:00"),
                             {appraisal, day("2026-02-06"), {}}, monday, Zone{})),
            "exclusion.not_for_this kind");
}

TEST_F(AClock, GoesOnWhenAnExclusionEnds) {
  const Reckoned resting = decide("mediation 2026-02-08");
  EXPECT_TRUE(resting.rests);
  EXPECT_EQ(format(resting.due_on), "2026-02-20") << "the earliest it can be";
  EXPECT_EQ(refusal(exclusion_ended(resting, day("2026-02-09"), monday, Zone{})), "none");
  EXPECT_EQ(refusal(exclusion_ended(resting, day("2026-02-08"), monday, Zone{})),
            "exclusion.ends_before_begin until");
  EXPECT_EQ(refusal(exclusion_ended(resting, day("2026-02-10"), monday, Zone{})),
            "field.in_future until");
  EXPECT_EQ(refusal(exclusion_ended(decide(), day("2026-02-09"), monday, Zone{})),
            "exclusion.none_open");
  const Reckoned gone_on = decide("mediation 2026-02-08; ended 2026-02-09");
  EXPECT_FALSE(gone_on.rests);
  EXPECT_EQ(format(gone_on.due_on), "2026-02-21");
}

TEST_F(AClock, StartsAnewOnNewFacts) {
  const auto again = restarted(decide("extend 30"), nullptr, monday, monday, calendars_);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->kind, StepKind::restarted);
  EXPECT_EQ(again->at, monday);
  auto all = steps("decide", "2026-02-05T09:00:00+08:00", "extend 30");
  all.push_back(*again);
  EXPECT_EQ(format(reckoned(all).due_on), "2026-02-24") << "and its extension is gone";
  EXPECT_EQ(refusal(restarted(decide(), nullptr, monday + hours{1}, monday, calendars_)),
            "field.in_future at");
  EXPECT_EQ(refusal(restarted(decide(), nullptr, received - hours{1}, monday, calendars_)),
            "clock.restarts_before_start at");
  EXPECT_EQ(
      refusal(restarted(decide(), nullptr, monday, at("2026-02-21T00:00:00+08:00"), calendars_)),
      "none")
      << "the facts came in time";
  const Instant late = at("2026-02-21T00:00:00+08:00");
  EXPECT_EQ(refusal(restarted(decide(), nullptr, late, late, calendars_)), "clock.already_overdue");
  EXPECT_EQ(refusal(restarted(decide("mediation 2026-02-10"), nullptr, late, late, calendars_)),
            "clock.rests");
  EXPECT_EQ(refusal(restarted(clock("credit_objection", "2026-02-05T09:00:00+08:00"), nullptr,
                              monday, monday, calendars_)),
            "clock.no_restart");
}

TEST_F(AClock, TakesDatesThatWereAgreedOrSet) {
  EXPECT_EQ(refusal(agreed(decide(), day("2026-02-09"), monday, Zone{})), "none");
  EXPECT_EQ(refusal(agreed(decide(), day("2026-02-08"), monday, Zone{})), "clock.date_passed on");
  EXPECT_EQ(refusal(agreed(decide(), day("2046-02-08"), monday, Zone{})), "field.range on");
  EXPECT_EQ(refusal(regulator_set(decide(), day("2026-02-08"), monday, Zone{})),
            "clock.date_passed on");
  const Instant late = at("2026-02-21T00:00:00+08:00");
  EXPECT_EQ(refusal(agreed(decide(), day("2026-03-01"), late, Zone{})), "clock.already_overdue");
  EXPECT_EQ(refusal(regulator_set(decide(), day("2026-03-01"), late, Zone{})), "none")
      << "a regulator says so when he likes";
}

TEST_F(AClock, RunsToADateThatNoExclusionMoves) {
  const Reckoned set = decide("mediation 2026-02-08; regulator 2026-02-18");
  EXPECT_FALSE(set.rests);
  EXPECT_EQ(format(set.due_on), "2026-02-18");
  const Reckoned later = decide("mediation 2026-02-08; regulator 2026-03-20");
  EXPECT_FALSE(later.rests) << "however long it is left open";
  EXPECT_EQ(later.due_at, at("2026-03-21T00:00:00+08:00"));
  EXPECT_EQ(format(decide("mediation 2026-02-08; regulator 2026-03-20; ended 2026-02-10").due_on),
            "2026-02-22")
      << "the limit itself, where that is earlier";
  const Reckoned known = decide("mediation 2026-02-08; agree 2026-03-02");
  EXPECT_FALSE(known.rests);
  EXPECT_EQ(format(known.due_on), "2026-03-02");
  EXPECT_TRUE(decide("mediation 2026-02-08").rests);
}

TEST_F(AClock, LosesNothingByAVersionThatTakesOver) {
  auto all = steps("decide", "2026-02-05T09:00:00+08:00", "extend 20");
  const std::string text = std::string{own_rules} + R"(
[[rule]]
rule = "two_stages"
subject = "exercise"
span = "two_stages"
zh = "二"
en = "two"
length = 40
measure = "calendar_days"
from = "received"
kind = "internal"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
ladder = "standard"
)";
  const RuleBook book = book_with(text);
  all[0].rule = Word::trusted("two_stages");
  const auto clock = reckon(all, {book, calendars_, Zone{}});
  ASSERT_TRUE(clock.has_value());
  EXPECT_EQ(clock->total, 40) << "not the 20 it was extended to before";
}

TEST_F(AClock, ThatIsOverTakesNoStep) {
  auto all = steps("decide", "2026-02-05T09:00:00+08:00", "");
  all.push_back(stopped(monday));
  const Reckoned over = reckoned(all);
  EXPECT_EQ(over.state.stopped_at, monday);
  EXPECT_EQ(refusal(extended(over, 30, monday)), "clock.stopped");
  EXPECT_EQ(
      refusal(excluded(over, {ExclusionKind::mediation, day("2026-02-06"), {}}, monday, Zone{})),
      "clock.stopped");
  EXPECT_EQ(refusal(exclusion_ended(over, day("2026-02-09"), monday, Zone{})), "clock.stopped");
  EXPECT_EQ(refusal(restarted(over, nullptr, monday, monday, calendars_)), "clock.stopped");
  EXPECT_EQ(refusal(agreed(over, day("2026-02-12"), monday, Zone{})), "clock.stopped");
  EXPECT_EQ(refusal(regulator_set(over, day("2026-02-12"), monday, Zone{})), "clock.stopped");
  EXPECT_FALSE(recounted(over, monday, with()).has_value());
}

TEST_F(AClock, OfARuleThatIsGoneIsRefusedWithItsName) {
  auto all = steps("three", "2026-02-05T09:00:00+08:00", "");
  all[0].version = 7;
  EXPECT_EQ(refusal(reckon(all, with())), "clock.rule_missing three/7");
}

TEST_F(AClock, KeepsTheVersionItStartedWithUnlessTheNewOneTakesOver) {
  const auto two = [&](std::string_view takes_over) {
    std::string text{own_rules};
    const std::string_view from =
        "effective_from = 2020-01-01\nexclusions = [\"appraisal\", "
        "\"mediation\"]\nwarn_before = [2, 1]\nladder = \"standard\"\n";
    const std::size_t end = text.find(from) + from.size();
    const std::size_t begin = text.rfind("[[rule]]", end - 1);
    std::string next = text.substr(begin, end - begin);
    next.replace(next.find("length = 3"), 10, "length = 2\nversion = 2");
    next.replace(next.find("2020-01-01"), 10, "2026-02-10");
    return book_with(text + next + std::string{takes_over});
  };
  const auto started_then = steps("three", "2026-02-05T09:00:00+08:00", "");  // a Thursday
  const RuleBook keeping = two("");
  const Reckoning kept{keeping, calendars_, Zone{}};
  const auto old = reckon(started_then, kept);
  EXPECT_EQ(format(old->due_on), "2026-02-10");
  EXPECT_FALSE(recounted(*old, at("2026-02-11T09:00:00+08:00"), kept).has_value());
  EXPECT_EQ(keeping.choose("three", {}, day("2026-02-10"))->version, 2) << "for what starts now";

  const RuleBook taking = two("takes_over = true\n");
  const Reckoning taken{taking, calendars_, Zone{}};
  EXPECT_FALSE(recounted(*old, at("2026-02-09T23:59:59+08:00"), taken).has_value())
      << "it is not in force yet";
  const auto again = reckon(started_then, taken);
  const auto step = recounted(*again, at("2026-02-10T00:00:00+08:00"), taken);
  ASSERT_TRUE(step.has_value());
  auto all = started_then;
  all.push_back(*step);
  EXPECT_EQ(format(reckon(all, taken)->due_on), "2026-02-09");
  EXPECT_FALSE(recounted(*reckon(all, taken), at("2026-02-11T09:00:00+08:00"), taken).has_value());
}

TEST_F(AClock, IsCountedAgainWhenItsCalendarIsKnown) {
  const auto started_then = steps("ten", "2026-12-25T09:00:00+08:00", "");
  const Reckoned guess = reckoned(started_then);
  EXPECT_EQ(format(guess.due_on), "2027-01-08");
  EXPECT_FALSE(recounted(guess, received, with()).has_value());
  Calendars more = calendars_;
  more.add(more.version() + 1, {2027, "通知", {{day("2027-01-01"), "元旦", true}}});
  const Reckoning knowing{book_, more, Zone{}};
  EXPECT_EQ(format(reckon(started_then, knowing)->due_on), "2027-01-08") << "as it was reckoned";
  auto all = started_then;
  all.push_back(recounted(guess, at("2026-12-28T09:00:00+08:00"), knowing).value());
  EXPECT_EQ(format(reckon(all, knowing)->due_on), "2027-01-11");
  EXPECT_FALSE(
      recounted(clock("decide", "2026-12-25T09:00:00+08:00"), received, knowing).has_value())
      << "calendar days ask no calendar";
}

}  // namespace
}  // namespace xb::workflow
