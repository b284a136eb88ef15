// Due dates by table. The expected days were counted by another program, from the notices of the
// State Council and the rules' lengths alone.
#include "platform/workflow/limits_fixture.h"

namespace xb::workflow {
namespace {

struct Case {
  std::string_view rule;
  std::string_view started_at;
  std::string_view steps;
  std::string_view due_on;
  std::string_view days;  // runs of days: + counted, - left out, and why
};

constexpr Case cases[] = {
    {"decide", "2026-02-05T09:00:00+08:00", "", "2026-02-20", "+15"},
    {"decide", "2026-09-22T09:00:00+08:00", "", "2026-10-07", "+15"},
    {"decide", "2026-03-02T09:00:00+08:00", "", "2026-03-17", "+15"},
    {"decide", "2026-01-31T09:00:00+08:00", "", "2026-02-15", "+15"},
    {"decide", "2026-02-13T09:00:00+08:00", "", "2026-02-28", "+15"},
    {"decide", "2026-02-14T09:00:00+08:00", "", "2026-03-01", "+15"},
    {"decide", "2028-02-13T09:00:00+08:00", "", "2028-02-28", "+15"},
    {"decide", "2028-02-14T09:00:00+08:00", "", "2028-02-29", "+15"},
    {"decide", "2028-02-15T09:00:00+08:00", "", "2028-03-01", "+15"},
    {"decide", "2028-02-29T09:00:00+08:00", "", "2028-03-15", "+15"},
    {"decide", "2026-04-15T09:00:00+08:00", "", "2026-04-30", "+15"},
    {"decide", "2026-04-16T09:00:00+08:00", "", "2026-05-01", "+15"},
    {"decide", "2026-12-16T09:00:00+08:00", "", "2026-12-31", "+15"},
    {"decide", "2026-12-17T09:00:00+08:00", "", "2027-01-01", "+15"},
    {"decide", "2026-12-31T09:00:00+08:00", "", "2027-01-15", "+15"},
    {"decide", "2027-01-01T09:00:00+08:00", "", "2027-01-16", "+15"},
    {"decide", "2026-10-31T09:00:00+08:00", "", "2026-11-15", "+15"},
    {"decide", "2024-02-14T09:00:00+08:00", "", "2024-02-29", "+15"},
    {"decide", "2024-02-29T09:00:00+08:00", "", "2024-03-15", "+15"},
    {"decide", "2100-02-14T09:00:00+08:00", "", "2100-03-01", "+15"},
    {"decide", "1969-12-20T09:00:00+08:00", "", "1970-01-04", "+15"},
    {"decide", "2026-03-02T00:00:00+08:00", "", "2026-03-17", "+15"},
    {"decide", "2026-03-02T23:59:59.999+08:00", "", "2026-03-17", "+15"},
    {"decide", "2026-01-31T10:00:00+08:00", "extend 30", "2026-03-02", "+30"},
    {"decide", "2026-02-05T10:00:00+08:00", "extend 30", "2026-03-07", "+30"},
    {"decide", "2027-12-31T10:00:00+08:00", "extend 30", "2028-01-30", "+30"},
    {"decide", "2028-01-30T10:00:00+08:00", "extend 30", "2028-02-29", "+30"},
    {"decide", "2026-01-31T10:00:00+08:00", "extend 30; extend 60", "2026-04-01", "+60"},
    {"decide", "2026-09-22T10:00:00+08:00", "extend 30; extend 60", "2026-11-21", "+60"},
    {"decide", "2026-12-20T10:00:00+08:00", "extend 30; extend 60", "2027-02-18", "+60"},
    {"decide", "2026-02-05T10:00:00+08:00", "extend 30; extend 45", "2026-03-22", "+45"},
    {"decide_pboc", "2026-06-01T10:00:00+08:00", "", "2026-06-16", "+15"},
    {"decide_pboc", "2026-06-01T10:00:00+08:00", "extend 60", "2026-07-31", "+60"},
    {"decide_pboc", "2026-06-01T10:00:00+08:00", "extend 40", "2026-07-11", "+40"},
    {"decide", "2026-02-05T10:00:00+08:00", "appraisal 2026-02-10 2026-02-20", "2026-03-02",
     "+4 -10 appraisal +11"},
    {"decide", "2026-02-05T10:00:00+08:00", "appraisal 2026-02-12 2026-02-25", "2026-03-05",
     "+6 -13 appraisal +9"},
    {"decide", "2026-02-05T10:00:00+08:00", "mediation 2026-02-05 2026-02-06", "2026-02-20", "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "mediation 2026-02-05 2026-03-05", "2026-03-19",
     "-27 mediation +15"},
    {"decide", "2026-02-05T10:00:00+08:00", "appraisal 2026-02-20 2026-02-21", "2026-02-21",
     "+14 -1 appraisal +1"},
    {"decide", "2026-02-05T10:00:00+08:00",
     "appraisal 2026-02-08 2026-02-10; mediation 2026-02-10 2026-02-15", "2026-02-27",
     "+2 -2 appraisal -5 mediation +13"},
    {"decide", "2026-02-05T10:00:00+08:00",
     "appraisal 2026-02-08 2026-02-10; mediation 2026-02-14 2026-02-17; extend 30", "2026-03-12",
     "+2 -2 appraisal +4 -3 mediation +24"},
    {"decide", "2026-09-22T10:00:00+08:00", "mediation 2026-09-28 2026-10-09", "2026-10-18",
     "+5 -11 mediation +10"},
    {"decide", "2026-09-22T10:00:00+08:00", "mediation 2026-09-28; ended 2026-10-09", "2026-10-18",
     "+5 -11 mediation +10"},
    {"decide", "2026-09-22T10:00:00+08:00", "mediation 2026-09-28", "2026-10-07",
     "+5 -0 mediation"},
    {"decide", "2026-09-22T10:00:00+08:00", "mediation 2026-09-28; regulator 2026-10-20",
     "2026-10-20", "+5 -0 mediation"},
    {"decide", "2028-02-20T10:00:00+08:00", "appraisal 2028-02-28 2028-03-02", "2028-03-09",
     "+7 -3 appraisal +8"},
    {"decide", "2026-12-20T10:00:00+08:00", "appraisal 2026-12-28 2027-01-10; extend 30; extend 60",
     "2027-03-03", "+7 -13 appraisal +53"},
    {"decide", "2026-02-05T10:00:00+08:00", "restart 2026-02-18", "2026-03-05", "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "extend 30; restart 2026-02-28", "2026-03-15", "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "appraisal 2026-02-10 2026-02-20; restart 2026-02-15",
     "2026-03-06", "-4 appraisal +15"},
    {"decide", "2026-02-05T10:00:00+08:00", "agree 2026-04-30", "2026-04-30", "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "agree 2026-02-12", "2026-02-12", "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "agree 2026-04-30; restart 2026-02-18", "2026-03-05",
     "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "regulator 2026-02-10", "2026-02-10", "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "regulator 2026-03-10", "2026-02-20", "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "agree 2026-04-30; regulator 2026-03-10", "2026-03-10",
     "+15"},
    {"decide", "2026-02-05T10:00:00+08:00", "regulator 2026-02-25; extend 30", "2026-02-25", "+30"},
    {"regulator_transfer", "2024-02-09T09:00:00+08:00", "", "2024-02-26",
     "-8 holiday 春节 +1 make_up 春节 +5 -2 weekend +1"},
    {"regulator_transfer", "2025-01-27T09:00:00+08:00", "", "2025-02-12",
     "-8 holiday 春节 +3 +1 make_up 春节 -1 weekend +3"},
    {"regulator_transfer", "2025-09-30T09:00:00+08:00", "", "2025-10-16",
     "-8 holiday 国庆节、中秋节 +2 +1 make_up 国庆节、中秋节 -1 weekend +4"},
    {"regulator_transfer", "2026-02-13T09:00:00+08:00", "", "2026-03-02",
     "+1 make_up 春节 -9 holiday 春节 +4 +1 make_up 春节 -1 weekend +1"},
    {"regulator_transfer", "2026-09-30T09:00:00+08:00", "", "2026-10-15",
     "-7 holiday 国庆节 +2 +1 make_up 国庆节 -1 weekend +4"},
    {"regulator_transfer", "2025-12-31T09:00:00+08:00", "", "2026-01-12",
     "-3 holiday 元旦 +1 make_up 元旦 +5 -2 weekend +1"},
    {"regulator_transfer", "2024-12-31T09:00:00+08:00", "", "2025-01-10",
     "-1 holiday 元旦 +2 -2 weekend +5"},
    {"regulator_transfer", "2024-09-13T09:00:00+08:00", "", "2024-09-25",
     "+1 make_up 中秋节 -3 holiday 中秋节 +3 -2 weekend +3"},
    {"regulator_transfer", "2024-09-14T09:00:00+08:00", "", "2024-09-26",
     "-3 holiday 中秋节 +3 -2 weekend +4"},
    {"regulator_transfer", "2026-01-01T09:00:00+08:00", "", "2026-01-12",
     "-2 holiday 元旦 +1 make_up 元旦 +5 -2 weekend +1"},
    {"regulator_transfer", "2026-02-14T09:00:00+08:00", "", "2026-03-03",
     "-9 holiday 春节 +4 +1 make_up 春节 -1 weekend +2"},
    {"regulator_transfer", "2026-02-28T09:00:00+08:00", "", "2026-03-10",
     "-1 weekend +5 -2 weekend +2"},
    {"regulator_transfer", "2026-10-10T09:00:00+08:00", "", "2026-10-20",
     "-1 weekend +5 -2 weekend +2"},
    {"regulator_transfer", "2026-05-08T09:00:00+08:00", "", "2026-05-18",
     "+1 make_up 劳动节 -1 weekend +5 -2 weekend +1"},
    {"regulator_transfer", "2024-04-30T09:00:00+08:00", "", "2024-05-13",
     "-5 holiday 劳动节 +5 +1 make_up 劳动节 -1 weekend +1"},
    {"regulator_transfer", "2025-05-30T09:00:00+08:00", "", "2025-06-11",
     "-3 holiday 端午节 +4 -2 weekend +3"},
    {"pboc_transfer", "2026-09-17T09:00:00+08:00", "", "2026-09-28",
     "+1 -1 weekend +1 make_up 国庆节 +4 -3 holiday 中秋节 +1"},
    {"three", "2026-02-12T09:00:00+08:00", "", "2026-02-24",
     "+1 +1 make_up 春节 -9 holiday 春节 +1"},
    {"three", "2026-01-02T09:00:00+08:00", "", "2026-01-06", "-1 holiday 元旦 +1 make_up 元旦 +2"},
    {"three", "2025-01-24T09:00:00+08:00", "", "2025-02-05",
     "-1 weekend +1 make_up 春节 +1 -8 holiday 春节 +1"},
    {"three", "2026-06-18T09:00:00+08:00", "", "2026-06-24", "-3 holiday 端午节 +3"},
    {"three", "2024-02-02T09:00:00+08:00", "", "2024-02-06", "-1 weekend +1 make_up 春节 +2"},
    {"three", "2026-03-07T09:00:00+08:00", "", "2026-03-11", "-1 weekend +3"},
    {"one", "2026-02-13T16:00:00+08:00", "", "2026-02-14", "+1 make_up 春节"},
    {"one", "2026-02-14T16:00:00+08:00", "", "2026-02-24", "-9 holiday 春节 +1"},
    {"one", "2026-02-27T16:00:00+08:00", "", "2026-02-28", "+1 make_up 春节"},
    {"one", "2026-10-09T16:00:00+08:00", "", "2026-10-10", "+1 make_up 国庆节"},
    {"ten", "2026-09-18T16:00:00+08:00", "", "2026-10-09",
     "-1 weekend +1 make_up 国庆节 +4 -3 holiday 中秋节 +3 -7 holiday 国庆节 +2"},
    {"ten", "2026-09-18T16:00:00+08:00", "mediation 2026-09-24 2026-10-09", "2026-10-15",
     "-1 weekend +1 make_up 国庆节 +3 -15 mediation +1 +1 make_up 国庆节 -1 weekend +4"},
    {"ten", "2026-02-06T16:00:00+08:00", "appraisal 2026-02-13 2026-02-25", "2026-03-03",
     "-2 weekend +4 -12 appraisal +3 +1 make_up 春节 -1 weekend +2"},
    {"petition_objection", "2026-04-30T09:00:00+08:00", "", "2026-05-11",
     "-5 holiday 劳动节 +3 +1 make_up 劳动节 -1 weekend +1"},
    {"petition_objection", "2024-04-30T09:00:00+08:00", "", "2024-05-10", "-5 holiday 劳动节 +5"},
    {"petition_objection", "2026-12-30T09:00:00+08:00", "", "2027-01-06", "+2 -2 weekend +3"},
    {"ten", "2026-12-25T09:00:00+08:00", "", "2027-01-08", "-2 weekend +5 -2 weekend +5"},
    {"three", "2023-09-28T09:00:00+08:00", "", "2023-10-03", "+1 -2 weekend +2"},
    {"regulator_transfer", "2027-02-03T09:00:00+08:00", "", "2027-02-12", "+2 -2 weekend +5"},
    {"petition_notice", "2026-02-05T09:00:00+08:00", "", "2026-02-20", "+15"},
    {"petition_decision", "2026-01-01T09:00:00+08:00", "", "2026-03-02", "+60"},
    {"petition_decision", "2026-01-01T09:00:00+08:00", "extend 90", "2026-04-01", "+90"},
    {"petition_review", "2028-01-31T09:00:00+08:00", "", "2028-03-01", "+30"},
    {"petition_second_review", "2026-01-31T09:00:00+08:00", "", "2026-03-02", "+30"},
    {"credit_objection", "2026-02-10T09:00:00+08:00", "", "2026-03-02", "+20"},
    {"credit_objection", "2028-02-10T09:00:00+08:00", "", "2028-03-01", "+20"},
    {"credit_complaint", "2026-11-30T09:00:00+08:00", "", "2026-12-30", "+30"},
    {"recheck_application", "2026-01-31T09:00:00+08:00", "", "2026-03-02", "+30"},
    {"recheck_decision", "2026-09-10T09:00:00+08:00", "", "2026-10-10", "+30"},
};

std::string days_of(const Explanation& explanation) {
  std::string out;
  for (const DayRun& run : explanation.days) {
    if (!out.empty()) out += ' ';
    out += (run.counts ? "+" : "-") + std::to_string(run.days);
    if (run.reason != DayReason::counted) out += " " + std::string{name_of(run.reason)};
    if (!run.name.empty()) out += " " + run.name;
  }
  return out;
}

bool says(const std::vector<std::string>& sentences, std::string_view text) {
  for (const std::string& one : sentences)
    if (one.find(text) != std::string::npos) return true;
  return false;
}

class DueDates : public WithLimits {};

TEST_F(DueDates, AreThoseOfTheTable) {
  static_assert(std::size(cases) >= 80);
  for (const Case& one : cases) {
    const Reckoned due = clock(one.rule, one.started_at, one.steps);
    EXPECT_EQ(format(due.due_on), one.due_on) << one.rule << ' ' << one.started_at << one.steps;
    EXPECT_EQ(due.due_at, Zone{}.start(due.due_on + std::chrono::days{1}));
  }
}

TEST_F(DueDates, AreExplainedDayByDay) {
  for (const Case& one : cases) {
    const Reckoned due = clock(one.rule, one.started_at, one.steps);
    const Explanation why = explained(due);
    EXPECT_EQ(days_of(why), one.days) << one.rule << ' ' << one.started_at << one.steps;
    EXPECT_EQ(why.due_on, due.due_on);
    ASSERT_FALSE(why.days.empty());
    EXPECT_EQ(why.days.front().from, why.started_on + std::chrono::days{1});
    if (due.state.open_exclusion() == nullptr) {
      EXPECT_EQ(why.days.back().counted, due.total);
    }
    for (std::size_t i = 1; i < why.days.size(); ++i)
      EXPECT_EQ(why.days[i].from, why.days[i - 1].to + std::chrono::days{1}) << "without a gap";
  }
}

TEST_F(DueDates, AreExplainedInBothLanguages) {
  for (const Case& one : cases) {
    const Explanation why = explained(clock(one.rule, one.started_at, one.steps));
    for (const auto* sentences : {&why.text.zh, &why.text.en}) {
      EXPECT_TRUE(says(*sentences, why.source)) << one.rule;
      EXPECT_TRUE(says(*sentences, one.due_on)) << one.rule << one.started_at;
      EXPECT_TRUE(says(*sentences, format(why.started_on)));
      for (const DayRun& run : why.days) EXPECT_TRUE(says(*sentences, format(run.from)));
      EXPECT_FALSE(says(*sentences, "{")) << "every value is filled in";
      EXPECT_FALSE(says(*sentences, "explain.")) << "every sentence is there";
    }
    EXPECT_EQ(why.text.zh.size(), why.text.en.size());
  }
}

TEST_F(DueDates, OfAYearNobodyHasPublishedAreCountedMondayToFridayAndSaySo) {
  const struct {
    std::string_view rule, started_at;
    std::vector<std::int64_t> missing;
  } missing_cases[] = {
      {"ten", "2026-12-25T09:00:00+08:00", {2027}},
      {"regulator_transfer", "2027-02-03T09:00:00+08:00", {2027}},
      {"three", "2023-09-28T09:00:00+08:00", {2023}},
      {"ten", "2026-11-02T09:00:00+08:00", {}},
      {"decide", "2026-12-25T09:00:00+08:00", {}},  // calendar days ask no calendar
  };
  for (const auto& one : missing_cases) {
    const Explanation why = explained(clock(one.rule, one.started_at));
    EXPECT_EQ(why.missing_years, one.missing) << one.rule << one.started_at;
    EXPECT_EQ(says(why.text.en, "is missing"), !one.missing.empty());
    EXPECT_EQ(says(why.text.zh, "尚未导入"), !one.missing.empty());
  }
}

TEST_F(DueDates, OnHolidaysAreShownAndNotMoved) {
  const Explanation spring = explained(clock("decide", "2026-02-05T09:00:00+08:00"));
  EXPECT_EQ(spring.due_day, DayKind::holiday);
  EXPECT_EQ(spring.due_day_name, "春节");
  EXPECT_TRUE(says(spring.text.zh, "到期日为法定节假日（春节），不顺延"));
  const Explanation sunday = explained(clock("decide", "2026-03-14T09:00:00+08:00"));
  EXPECT_EQ(sunday.due_day, DayKind::weekend);
  EXPECT_TRUE(says(sunday.text.en, "weekend"));
  const Explanation make_up = explained(clock("decide", "2026-01-30T09:00:00+08:00"));
  EXPECT_EQ(make_up.due_day, DayKind::make_up) << "the working Saturday of 14 February";
}

TEST_F(DueDates, AreExplainedWithWhatHappenedOnTheWay) {
  const Explanation open =
      explained(clock("decide", "2026-09-22T10:00:00+08:00", "mediation 2026-09-28"));
  EXPECT_TRUE(says(open.text.en, "From 2026-09-28 on no day is counted (mediation)"));
  EXPECT_TRUE(says(open.text.zh, "自 2026-09-28 起不计入（调解）"));
  const Explanation again =
      explained(clock("decide", "2026-02-05T10:00:00+08:00", "restart 2026-02-18"));
  EXPECT_EQ(again.first_started_at, at("2026-02-05T10:00:00+08:00"));
  EXPECT_TRUE(says(again.text.en, "Started anew; first started at 2026-02-05 10:00"));
  EXPECT_TRUE(says(again.text.zh, "2026-02-05 10:00"));
  auto all = steps("ten", "2026-02-05T10:00:00+08:00", "");
  all.push_back({.kind = StepKind::recounted, .at = at("2026-02-06T10:00:00+08:00")});
  EXPECT_TRUE(says(explained(reckoned(all)).text.en, "Reckoned again at 2026-02-06 10:00"));
}

TEST_F(DueDates, InHoursAreToTheMillisecond) {
  const Reckoned breach = clock("breach_report", "2026-02-13T23:30:00.500+08:00");
  EXPECT_EQ(breach.due_at, at("2026-02-16T23:30:00.500+08:00"));
  EXPECT_EQ(format(breach.due_on), "2026-02-16");
  const Explanation why = explained(breach);
  EXPECT_TRUE(why.days.empty());
  EXPECT_TRUE(says(why.text.en, "Due at 2026-02-16 23:30"));
  EXPECT_EQ(format(clock("breach_report", "2026-02-13T00:00:00+08:00").due_on), "2026-02-15")
      << "an end at midnight belongs to the day before";
}

TEST_F(DueDates, AreThoseOfTheBanksZone) {
  const Reckoned late = clock("decide", "2026-03-01T16:00:00Z");
  EXPECT_EQ(format(late.due_on), "2026-03-17") << "the bank's second of March has begun";
  EXPECT_EQ(format(clock("decide", "2026-03-01T15:59:59.999Z").due_on), "2026-03-16");
  EXPECT_EQ(format(late.due_at), "2026-03-17T16:00:00.000Z");
  const Reckoning new_york{book_, calendars_, *parse_zone("-05:00")};
  const auto there = reckon(steps("decide", "2026-03-02T04:59:59Z", ""), new_york);
  EXPECT_EQ(there->due_at, at("2026-03-17T00:00:00-05:00"));
}

// The hour of receipt neither gives nor takes time.
TEST_F(DueDates, AreTheSameForAllThatComesOnADay) {
  const Reckoned first = clock("ten", "2026-02-05T00:00:00+08:00");
  for (int minute = 0; minute < 24 * 60; ++minute) {
    auto later = steps("ten", "2026-02-05T00:00:00+08:00", "");
    later[0].at = later[0].at + std::chrono::minutes{minute};
    ASSERT_EQ(reckoned(later).due_at, first.due_at) << minute;
  }
}

TEST_F(DueDates, HaveTheBanksOwnDateBefore) {
  EXPECT_EQ(clock("decide", "2026-02-05T09:00:00+08:00").inner_on(Zone{}), day("2026-02-15"));
  EXPECT_EQ(clock("decide", "2026-02-05T09:00:00+08:00", "extend 30").inner_on(Zone{}),
            day("2026-03-02"));
  EXPECT_EQ(clock("three", "2026-02-05T09:00:00+08:00").inner_on(Zone{}), std::nullopt);
  EXPECT_EQ(clock("decide", "2026-02-05T09:00:00+08:00", "agree 2026-02-08").inner_on(Zone{}),
            std::nullopt)
      << "it would not be after the start";
}

}  // namespace
}  // namespace xb::workflow
