#include "app/demo.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "app/demo/schedule.h"
#include "app/demo/telling.h"
#include "app/founding.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/store.h"
#include "platform/evidence/entries.h"
#include "test/support/databases.h"

namespace xb::app {
namespace {

using complaints::Complaint;
using complaints::State;
using std::chrono::days;
using std::chrono::minutes;

constexpr std::int64_t wanted = 420;  // some 190 of them by their real steps

// A demo bank, founded once and only looked at.
class TheDemoBank : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const test::Folder folder;
    const auto logins = found({folder.path() / "bank", "sqlite", true, wanted});
    ASSERT_TRUE(logins.has_value()) << logins.error().code;
    const auto bank = open_installation(folder.path() / "bank");
    ASSERT_TRUE(bank.has_value()) << bank.error().code;
    zone_ = (*bank)->configuration.zone;
    now_ = (*bank)->clock->now();
    (*bank)->database->read([&](storage::Transaction& tx) {
      Work work = (*bank)->work(tx);
      entries_ = evidence::placed(tx, 0, 20'000);
      for (const auto& entry : entries_) {
        ++kinds_[entry.kind];
        if (entry.kind == "complaint.registered" || entry.kind == "complaint.imported")
          all_.push_back(
              complaints::find_complaint(work, Actor::system(), {entry.subject_id}).value());
      }
    });
  }
  static void TearDownTestSuite() {
    entries_.clear();
    all_.clear();
    kinds_.clear();
  }

  static minutes time_of_day(Instant at) {
    return std::chrono::duration_cast<minutes>(at - zone_.start(zone_.date(at)));
  }
  static std::vector<Complaint> of_kind(complaints::IntakeKind kind) {
    std::vector<Complaint> out;
    for (const Complaint& one : all_)
      if (one.kind == kind) out.push_back(one);
    return out;
  }
  static std::vector<Complaint> complaints_of_bank() {
    return of_kind(complaints::IntakeKind::complaint);
  }
  // Of a hundred complaints those that `fits` says.
  template <class Fits>
  static double percent(const std::vector<Complaint>& of, const Fits& fits) {
    std::size_t count = 0;
    for (const Complaint& one : of) count += fits(one) ? 1 : 0;
    return 100.0 * static_cast<double>(count) / static_cast<double>(of.size());
  }

  static inline std::vector<evidence::PlacedEntry> entries_;
  static inline std::vector<Complaint> all_;
  static inline std::map<std::string, int> kinds_;
  static inline Zone zone_;
  static inline Instant now_;
};

TEST_F(TheDemoBank, TellsItsLogInTheOrderOfTime) {
  EXPECT_EQ(complaints_of_bank().size(), static_cast<std::size_t>(wanted));
  EXPECT_EQ(entries_.at(0).kind, "bank.founded");
  for (std::size_t i = 1; i < entries_.size(); ++i)
    EXPECT_LE(entries_[i - 1].at, entries_[i].at) << i;
  EXPECT_LE(entries_.back().at, now_);
}

TEST_F(TheDemoBank, DoesNothingAtNight) {
  std::map<Instant, int> stamps;
  for (std::size_t i = 4; i < entries_.size(); ++i) {  // the founding and its calendars
    const auto time = time_of_day(entries_[i].at);
    EXPECT_GE(time.count(), 8 * 60) << entries_[i].kind;
    EXPECT_LE(time.count(), 22 * 60) << entries_[i].kind;
    ++stamps[entries_[i].at];
  }
  for (const auto& [at, count] : stamps) EXPECT_LE(count, 12) << format(at);
  for (const Complaint& one : all_) EXPECT_GE(time_of_day(one.received_at).count(), 8 * 60);
}

TEST_F(TheDemoBank, HasCasesInEveryStateThatLasts) {
  std::map<State, int> by_state;
  for (const Complaint& one : complaints_of_bank()) ++by_state[one.state];
  for (const State state : {State::handling, State::answered, State::closed, State::withdrawn})
    EXPECT_GE(by_state[state], 1) << name_of(state);
  EXPECT_GE(by_state[State::closed], wanted / 2);
}

TEST_F(TheDemoBank, TakesTheStepsOfADepartment) {
  for (const char* kind : {"complaint.accepted",
                           "complaint.assigned",
                           "complaint.taken_over",
                           "complaint.contacted",
                           "complaint.task_dispatched",
                           "complaint.task_answered",
                           "complaint.task_handed_back",
                           "complaint.offered",
                           "complaint.proposed",
                           "approval.granted",
                           "complaint.decided",
                           "complaint.answered",
                           "complaint.promised",
                           "complaint.fulfilled",
                           "complaint.responsibility_found",
                           "complaint.cause_named",
                           "complaint.called_back",
                           "complaint.closed",
                           "complaint.archived",
                           "complaint.extended",
                           "complaint.chased",
                           "complaint.supervision_ordered",
                           "complaint.days_excluded",
                           "preservation.requested",
                           "referral.signed_in",
                           "referral.filled_back",
                           "referral.finished",
                           "tip_off.registered",
                           "tip_off.closed",
                           "case.published"})
    EXPECT_GE(kinds_[kind], 1) << kind;
  EXPECT_GE(kinds_["complaint.contacted"], 2 * kinds_["complaint.decided"]);
}

TEST_F(TheDemoBank, HasOneOverdueCaseAndItIsNamed) {
  std::vector<std::string> overdue;
  std::size_t open = 0;
  for (const Complaint& one : complaints_of_bank()) {
    if (one.answered_at || complaints::is_over(one.state) || !one.due_at) continue;
    ++open;
    if (*one.due_at <= now_) overdue.push_back(one.summary.reveal());
  }
  EXPECT_GE(open, 5u);
  EXPECT_NE(std::find(overdue.begin(), overdue.end(), "商转公解押迟迟办不下来，已超过办理期限"),
            overdue.end());
  EXPECT_LE(overdue.size(), 3u);
}

TEST_F(TheDemoBank, HasTheMixOfACityBank) {
  const auto all = complaints_of_bank();
  const auto starts = [](const std::optional<complaints::Code>& code, std::string_view with) {
    return code && code->str().starts_with(with);
  };
  EXPECT_NEAR(percent(all, [&](auto& one) { return starts(one.business, "credit_card"); }), 24, 9);
  EXPECT_NEAR(percent(all, [&](auto& one) { return starts(one.business, "debit_card"); }), 25, 9);
  EXPECT_NEAR(percent(all, [](auto& one) { return one.intake_channel.str() == "hotline"; }), 44,
              10);
  EXPECT_NEAR(percent(all, [](auto& one) { return one.intake_channel.str() == "counter"; }), 21, 9);
  EXPECT_NEAR(percent(all,
                      [](auto& one) {
                        return one.source->str().ends_with("a_referral") ||
                               one.source->str() == "pboc_referral";
                      }),
              13, 6);
  const auto closed = [](auto& one) { return one.state == State::closed; };
  double late = 0, count = 0;
  for (const Complaint& one : all) {
    if (!closed(one)) continue;
    ++count;
    late += one.answered_at.value_or(*one.closed_at) - one.received_at > days{15} ? 1 : 0;
  }
  EXPECT_LE(late / count, 0.16);
}

TEST_F(TheDemoBank, IsClassifiedInWordsOfTheTaxonomies) {
  for (const Complaint& one : complaints_of_bank()) {
    EXPECT_TRUE(one.unknown_codes.items.empty()) << one.unknown_codes.items.front();
    EXPECT_TRUE(one.source && one.business_channel && one.business && one.cause && one.product);
    EXPECT_EQ(one.description->reveal().find_first_of("{}"), std::string::npos)
        << one.description->reveal();
    EXPECT_EQ(one.summary.reveal().find_first_of("{}"), std::string::npos);
  }
}

TEST_F(TheDemoBank, TellsEachOfTheThirtyOnce) {
  std::map<std::string, int> told;
  std::size_t copies = 0;
  for (const Complaint& one : complaints_of_bank()) {
    ++told[one.summary.reveal()];
    copies += one.description->reveal().find("第七十条申请个性化分期") != std::string::npos ? 1 : 0;
  }
  for (const demo::Original& original : demo::book().originals)
    EXPECT_GE(told[original.summary], 1) << original.number;
  EXPECT_EQ(told["27名客户集体反映信托产品到期未兑付"], 1);
  EXPECT_EQ(copies, 14u) << "letters of one agent";
}

// Whatever the hour: what nobody could register before the end came in a day before.
class TheHourOfADemoBank : public testing::TestWithParam<const char*> {};

TEST_P(TheHourOfADemoBank, LosesNoComplaint) {
  const test::Folder folder;
  constexpr std::int64_t few = 40;
  const Founding founding{folder.path() / "bank", "sqlite", true, few, *parse_instant(GetParam())};
  ASSERT_TRUE(found(founding).has_value());
  const auto bank = open_installation(folder.path() / "bank");
  ASSERT_TRUE(bank.has_value()) << bank.error().code;
  std::int64_t registered = 0;
  (*bank)->database->read([&](storage::Transaction& tx) {
    for (const auto& entry : evidence::placed(tx, 0, 20'000)) {
      registered += entry.kind == "complaint.registered" || entry.kind == "complaint.imported";
      EXPECT_LT(entry.at, *founding.now) << entry.kind;
    }
  });
  EXPECT_EQ(registered, few);
}

INSTANTIATE_TEST_SUITE_P(AtSomeMoments, TheHourOfADemoBank,
                         testing::Values("2026-11-23T10:06:12+08:00", "2026-11-23T10:06:25+08:00",
                                         "2026-11-16T02:00:00+08:00"));

// Keys and ids are the bank's own; what is told is not.
TEST(AStoryOfTheDemoBank, IsTheSameForTheSameDay) {
  const Zone zone;
  const Instant end = *parse_instant("2026-11-20T16:00:00+08:00");
  const demo::Days calendar(zone);
  const auto one = demo::schedule(calendar, 7'000, end);
  const auto other = demo::schedule(calendar, 7'000, end);
  ASSERT_EQ(one.size(), other.size());
  std::int64_t all = 0, whole = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].ordinary, other[i].ordinary);
    all += one[i].ordinary + static_cast<std::int64_t>(one[i].specials.size());
    whole += one[i].whole;
  }
  EXPECT_EQ(all, 7'000);
  EXPECT_NEAR(static_cast<double>(whole), 1'700, 120);

  const demo::Teller teller(zone);
  for (std::uint64_t seed = 1; seed < 60; ++seed) {
    demo::Dice a(seed), b(seed);
    const auto& matter = teller.draw_matter(a);
    const auto& way = teller.draw_way(a);
    const auto told = teller.tell(a, matter, way, end, "东湖支行营业部");
    const auto& again = teller.draw_matter(b);
    const auto& its_way = teller.draw_way(b);
    EXPECT_EQ(told.text, teller.tell(b, again, its_way, end, "东湖支行营业部").text);
    EXPECT_GE(told.text.size(), 6u);
  }
}

TEST(AStoryOfTheDemoBank, HasItsDaysInThePlacesOfItsDates) {
  const Zone zone;
  const demo::Teller teller(zone);
  demo::Dice dice(1);
  const auto told = teller.tell(dice, demo::book().original(1),
                                *parse_instant("2026-11-19T10:00:00+08:00"), "东湖支行营业部");
  EXPECT_NE(told.text.find("尾号3317储蓄卡自11月9日起"), std::string::npos) << told.text;
  const auto later = teller.tell(dice, demo::book().original(1),
                                 *parse_instant("2027-01-05T10:00:00+08:00"), "东湖支行营业部");
  EXPECT_NE(later.text.find("储蓄卡自12月26日起"), std::string::npos) << later.text;
}

TEST(AStoryOfTheDemoBank, IsLowAtTheSpringFestivalAndHighOnMondays) {
  const demo::Days calendar{Zone{}};
  const auto weight = [&](const char* day) { return calendar.weight(*parse_date(day)); };
  EXPECT_GT(weight("2026-11-09"), weight("2026-11-11"));
  EXPECT_LT(weight("2026-02-18"), weight("2026-11-08"));
  EXPECT_GT(weight("2026-11-18"), weight("2026-11-11"));
}

}  // namespace
}  // namespace xb::app
