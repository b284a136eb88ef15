#include "platform/workflow/ladder.h"

#include "platform/workflow/limits_fixture.h"

namespace xb::workflow {
namespace {

using std::chrono::hours;

class TheLadder : public WithLimits {
 protected:
  // Looks again and again until nothing more comes; `every` late each time.
  std::vector<std::string> told(const Reckoned& of, Instant from,
                                std::chrono::milliseconds late = {}) const {
    const Ladder& ladder = book_.ladder(*of.rule);
    std::vector<SentNotice> sent;
    std::vector<std::string> out;
    std::optional<Instant> now = from;
    while (now && out.size() < 20) {
      const Outlook outlook = look(of, ladder, sent, *now, Zone{});
      if (outlook.now) {
        sent.push_back({*outlook.now, *now});
        out.push_back(in_words(sent.back()));
      } else {
        now = outlook.look_at;
        if (now) now = after_quiet(ladder, *now + late, Zone{});
      }
    }
    return out;
  }
  static std::string in_words(const SentNotice& one) {
    std::string out = format(one.at).substr(0, 16) + " ";
    if (one.notice.kind == NoticeKind::warning)
      return out + "warning " + std::to_string(one.notice.before);
    if (one.notice.kind == NoticeKind::resting)
      return out + "resting " + std::to_string(one.notice.before);
    return out + std::string{name_of(one.notice.rung)};
  }
};

TEST_F(TheLadder, WarnsBeforeAndClimbsAfter) {
  const Reckoned decide = clock("decide", "2026-02-05T09:00:00+08:00");
  EXPECT_EQ(told(decide, decide.state.started_at),
            (std::vector<std::string>{
                "2026-02-15T00:00 warning 5", "2026-02-17T00:00 warning 3",
                "2026-02-19T00:00 warning 1",  // at eight in the bank's morning
                "2026-02-21T00:00 owner", "2026-02-22T00:00 unit_head", "2026-02-23T00:00 officer",
                "2026-02-24T00:00 branch", "2026-02-26T00:00 head_office"}));
}

TEST_F(TheLadder, SendsOfMissedWarningsTheMostUrgentOnly) {
  const Reckoned decide = clock("decide", "2026-02-05T09:00:00+08:00");
  const auto all = told(decide, at("2026-02-18T10:00:00+08:00"));
  ASSERT_GE(all.size(), 3u);
  EXPECT_EQ(all[0], "2026-02-18T02:00 warning 3");
  EXPECT_EQ(all[1], "2026-02-19T00:00 warning 1");
  EXPECT_EQ(all[2], "2026-02-21T00:00 owner");
}

TEST_F(TheLadder, ClimbsStepByStepHoweverLateItIsLookedAt) {
  const Reckoned decide = clock("decide", "2026-02-05T09:00:00+08:00");
  EXPECT_EQ(told(decide, at("2026-06-01T12:00:00+08:00")),
            (std::vector<std::string>{"2026-06-01T04:00 owner", "2026-06-02T04:00 unit_head",
                                      "2026-06-03T04:00 officer", "2026-06-04T04:00 branch",
                                      "2026-06-06T04:00 head_office"}));
}

TEST_F(TheLadder, IsQuietAtNight) {
  const Ladder& ladder = book_.ladder(*book_.find("decide", 1));
  const struct {
    std::string_view from, to;
  } nights[] = {
      {"2026-03-02T20:59:59.999+08:00", "2026-03-02T20:59:59.999+08:00"},
      {"2026-03-02T21:00:00+08:00", "2026-03-03T08:00:00+08:00"},
      {"2026-03-02T23:59:59+08:00", "2026-03-03T08:00:00+08:00"},
      {"2026-03-03T00:00:00+08:00", "2026-03-03T08:00:00+08:00"},
      {"2026-03-03T07:59:59.999+08:00", "2026-03-03T08:00:00+08:00"},
      {"2026-03-03T08:00:00+08:00", "2026-03-03T08:00:00+08:00"},
      {"2026-12-31T22:00:00+08:00", "2027-01-01T08:00:00+08:00"},
  };
  for (const auto& one : nights)
    EXPECT_EQ(after_quiet(ladder, at(one.from), Zone{}), at(one.to)) << one.from;
  Ladder noon;
  noon.quiet_from = hours{12};
  noon.quiet_until = hours{14};
  EXPECT_EQ(after_quiet(noon, at("2026-03-02T13:00:00+08:00"), Zone{}),
            at("2026-03-02T14:00:00+08:00"));
  EXPECT_EQ(after_quiet(Ladder{}, at("2026-03-02T23:00:00+08:00"), Zone{}),
            at("2026-03-02T23:00:00+08:00"));
}

TEST_F(TheLadder, OfHoursHasNoNight) {
  const Reckoned breach = clock("breach_report", "2026-02-13T23:00:00+08:00");
  const auto all = told(breach, breach.state.started_at);
  ASSERT_EQ(all.size(), 8u);
  EXPECT_EQ(all[0], "2026-02-14T15:00 warning 48");
  EXPECT_EQ(all[3], "2026-02-16T15:00 owner") << "at once, though it is eleven at night";
  EXPECT_EQ(all[4], "2026-02-16T17:00 unit_head");
}

TEST_F(TheLadder, StartsOverWhenTheDateMoves) {
  const Reckoned before = clock("decide", "2026-02-05T09:00:00+08:00");
  const Reckoned after = clock("decide", "2026-02-05T09:00:00+08:00", "extend 30");
  const Ladder& ladder = book_.ladder(*before.rule);
  const std::vector<SentNotice> sent{
      {{NoticeKind::warning, Office::owner, 5, before.due_at}, at("2026-02-15T08:00:00+08:00")}};
  const Outlook outlook = look(after, ladder, sent, at("2026-02-16T09:00:00+08:00"), Zone{});
  EXPECT_FALSE(outlook.now.has_value());
  EXPECT_EQ(outlook.look_at, at("2026-03-02T08:00:00+08:00")) << "five days before the new date";
}

TEST_F(TheLadder, RemindsTheOwnerThatDaysAreStillLeftOut) {
  const Reckoned rests = clock("decide", "2026-02-05T09:00:00+08:00", "mediation 2026-02-08");
  auto reminders = told(rests, at("2026-02-09T12:00:00+08:00"));
  ASSERT_EQ(reminders.size(), 20u) << "for as long as it rests";
  reminders.resize(2);
  EXPECT_EQ(reminders, (std::vector<std::string>{"2026-03-10T00:00 resting 30",
                                                 "2026-04-09T00:00 resting 60"}));
  reminders = told(rests, at("2026-06-01T12:00:00+08:00"));
  reminders.resize(2);
  EXPECT_EQ(reminders, (std::vector<std::string>{"2026-06-01T04:00 resting 90",
                                                 "2026-06-08T00:00 resting 120"}))
      << "of those that were missed only the last";
  const Reckoned dated =
      clock("decide", "2026-02-05T09:00:00+08:00", "mediation 2026-02-08;agree 2026-03-20");
  for (const std::string& one : told(dated, at("2026-02-09T12:00:00+08:00")))
    EXPECT_EQ(one.find("resting"), std::string::npos) << "a date holds, which warns by itself";
}

TEST_F(TheLadder, IsSilentWhenItIsOver) {
  auto all = steps("decide", "2026-02-05T09:00:00+08:00", "");
  all.push_back(stopped(at("2026-02-09T09:00:00+08:00")));
  EXPECT_TRUE(told(reckoned(all), at("2026-06-01T12:00:00+08:00")).empty());
}

}  // namespace
}  // namespace xb::workflow
