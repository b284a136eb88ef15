#include "app/demo.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "app/demo/book.h"
#include "app/demo/telling.h"
#include "app/founding.h"
#include "modules/complaints/contacts/store.h"
#include "modules/complaints/decision/store.h"
#include "modules/complaints/fulfilment/service.h"
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

// What was decided, said and answered in one case; in the order of time.
struct Worked {
  Complaint complaint;
  std::vector<complaints::Contact> contacts;
  std::vector<complaints::Proposal> proposals;
  std::vector<complaints::Answer> answers;
  std::vector<complaints::FulfilmentView> fulfilments;
  std::vector<clocks::Clock> clocks;
};

bool is_reached(const complaints::Contact& one) {
  return one.outcome == complaints::ContactOutcome::reached;
}

// A phrase of this name, as far as its first place.
bool is_said_by(std::string_view text, std::string_view phrase) {
  for (const std::string& one : demo::book().phrase(phrase))
    if (text.starts_with(std::string_view{one}.substr(0, one.find('{')))) return true;
  return false;
}

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
    (*bank)->database->read(
        [&](storage::Transaction& tx) { entries_ = evidence::placed(tx, 0, 20'000); });
    // A few at a time: nobody may read for long.
    constexpr std::size_t few = 500;
    for (std::size_t from = 0; from < entries_.size(); from += few)
      (*bank)->database->read([&](storage::Transaction& tx) {
        Work work = (*bank)->work(tx);
        for (std::size_t i = from; i < std::min(from + few, entries_.size()); ++i)
          look_at(work, entries_[i]);
      });
  }
  static void look_at(Work& work, const evidence::PlacedEntry& entry) {
    ++kinds_[entry.kind];
    if (entry.kind != "complaint.registered" && entry.kind != "complaint.imported") return;
    const Id<Complaint> id{entry.subject_id};
    all_.push_back(complaints::find_complaint(work, Actor::system(), id).value());
    if (entry.kind == "complaint.imported") return;
    worked_.push_back({all_.back(), complaints::contact_rows(work, id),
                       complaints::proposals_in(work, id), complaints::answers_in(work, id),
                       complaints::fulfilments_of(work, id).value().items,
                       clocks::clocks_of(work.tx, id.number)});
  }
  static void TearDownTestSuite() {
    entries_.clear();
    all_.clear();
    worked_.clear();
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
  static inline std::vector<Worked> worked_;
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
  EXPECT_EQ(overdue.size(), 1u);
}

TEST_F(TheDemoBank, AnswersNobodyLateByChance) {
  std::string late;
  for (const Worked& one : worked_)
    for (const clocks::Clock& clock : one.clocks)
      if (clock.span == "decide" && clock.stopped_at && *clock.stopped_at > clock.due_at)
        late += one.complaint.summary.reveal() + "\n";
  EXPECT_EQ(std::count(late.begin(), late.end(), '\n'), 8) << late;
}

TEST_F(TheDemoBank, PaysWhatItDecides) {
  using complaints::FulfilmentKind;
  std::size_t paid = 0;
  for (const Worked& one : worked_) {
    const bool is_decided = !one.proposals.empty() && one.proposals.back().decided_at;
    if (one.complaint.state != State::closed || !is_decided) continue;
    const std::int64_t agreed = one.proposals.back().amount_fen;
    std::int64_t sum = 0;
    for (const auto& fulfilment : one.fulfilments) {
      EXPECT_EQ(fulfilment.state, complaints::FulfilmentState::done) << one.complaint.number;
      EXPECT_TRUE(fulfilment.proof.has_value());
      const bool is_money = fulfilment.kind == FulfilmentKind::refund ||
                            fulfilment.kind == FulfilmentKind::waiver ||
                            fulfilment.kind == FulfilmentKind::compensation;
      EXPECT_EQ(fulfilment.amount_fen.has_value(), is_money) << one.complaint.number;
      sum += fulfilment.amount_fen.value_or(0);
    }
    EXPECT_EQ(sum, agreed) << one.complaint.number;
    paid += agreed > 0 ? 1 : 0;
  }
  EXPECT_GE(paid, 3u);
}

TEST_F(TheDemoBank, KnowsWhereItsCustomersLive) {
  std::set<std::string> regions;
  for (const Complaint& one : all_) {
    ASSERT_TRUE(one.region.has_value()) << one.number;
    regions.insert(one.region->str());
  }
  EXPECT_EQ(regions.size(), 5u);
}

TEST_F(TheDemoBank, IsAskedTenTimesAsOftenAsItIsComplainedTo) {
  const Instant since = now_ - days{39};
  const auto is_new = [&](const Complaint& one) { return one.received_at > since; };
  const auto count = [&](complaints::IntakeKind kind) {
    const auto all = of_kind(kind);
    return static_cast<double>(std::count_if(all.begin(), all.end(), is_new));
  };
  EXPECT_NEAR(count(complaints::IntakeKind::consultation),
              10 * count(complaints::IntakeKind::complaint), 60);
}

TEST_F(TheDemoBank, IsComplainedToInTheWaysOfACityBank) {
  const auto all = complaints_of_bank();
  EXPECT_NEAR(percent(all, [](auto& one) { return one.intake_channel.str() == "hotline"; }), 44,
              10);
  EXPECT_NEAR(percent(all, [](auto& one) { return one.intake_channel.str() == "counter"; }), 21, 9);
  EXPECT_NEAR(percent(all,
                      [](auto& one) {
                        return one.source->str().ends_with("a_referral") ||
                               one.source->str() == "pboc_referral";
                      }),
              13, 6);
  double late = 0, count = 0;
  for (const Complaint& one : all) {
    if (one.state != State::closed) continue;
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

TEST_F(TheDemoBank, AnswersAsItHasSpoken) {
  using complaints::AnswerMeans, complaints::Delivery;
  std::size_t told = 0;
  for (const Worked& one : worked_) {
    if (one.answers.empty() || one.proposals.empty()) continue;
    const complaints::Answer& answer = one.answers.back();
    const auto& decision = one.proposals.back();
    std::vector<const complaints::Contact*> since;
    for (const auto& contact : one.contacts)
      if (contact.recorded_at >= *decision.decided_at && contact.recorded_at <= answer.answered_at)
        since.push_back(&contact);
    ASSERT_FALSE(since.empty()) << one.complaint.number;
    if (answer.reached == Delivery::unreachable) {
      EXPECT_NE(decision.outcome, complaints::Outcome::settled) << one.complaint.number;
      std::set<Date> missed_on;
      for (const auto* contact : since) {
        EXPECT_FALSE(is_reached(*contact));
        if (contact->outcome == complaints::ContactOutcome::missed)
          missed_on.insert(zone_.date(contact->begun_at));
      }
      EXPECT_EQ(missed_on.size(), 3u) << one.complaint.number;
      EXPECT_EQ(since.back()->outcome, complaints::ContactOutcome::sent);
      continue;
    }
    ++told;
    const complaints::Contact& last = *since.back();
    ASSERT_TRUE(is_reached(last)) << one.complaint.number;
    if (decision.outcome == complaints::Outcome::settled) {
      EXPECT_FALSE(is_said_by(last.said->reveal(), "told_badly")) << one.complaint.number;
    }
    if (answer.means == AnswerMeans::telephone) {
      EXPECT_EQ(answer.proof, "录音" + last.recording->str());
    }
    const bool is_met = answer.means == AnswerMeans::handed_over ||
                        answer.means == AnswerMeans::settlement_agreement;
    EXPECT_EQ(last.means == complaints::ContactMeans::interview, is_met) << one.complaint.number;
  }
  EXPECT_GE(told, 30u);
}

TEST_F(TheDemoBank, SettlesOnTheSpotByTalking) {
  std::size_t count = 0;
  for (const Worked& one : worked_) {
    const Complaint& complaint = one.complaint;
    const bool is_complaint = complaint.kind == complaints::IntakeKind::complaint;
    if (!is_complaint || complaint.state != State::closed || complaint.decided_at) continue;
    ++count;
    ASSERT_FALSE(one.contacts.empty()) << complaint.number;
    EXPECT_TRUE(is_reached(one.contacts.back())) << complaint.number;
    // At most a long holiday stands between a weekend's message and the working day after it.
    EXPECT_LE(*complaint.closed_at - complaint.received_at, days{10}) << complaint.number;
    if (complaint.intake_channel.str() != "counter") continue;
    EXPECT_EQ(one.contacts.back().means, complaints::ContactMeans::interview);
    EXPECT_LE(*complaint.closed_at - complaint.received_at, minutes{120}) << complaint.number;
  }
  EXPECT_GE(count, 20u);
}

TEST_F(TheDemoBank, FindsWhatItsMatterSays) {
  std::size_t found = 0;
  for (const Worked& one : worked_)
    for (const auto& proposal : one.proposals) {
      const std::string text = proposal.findings.reveal();
      if (text.find("另13件高度相似") != std::string::npos) continue;  // each with its own figures
      const auto fits = [&](const demo::Matter& matter) {
        const auto starts = [&](const std::string& finding) {
          return !finding.empty() &&
                 text.starts_with(demo::to_the_customer(finding.substr(0, finding.find('{'))));
        };
        return matter.business == one.complaint.business->str() &&
               (starts(matter.found) ||
                std::any_of(matter.cleared.begin(), matter.cleared.end(), starts));
      };
      const auto& book = demo::book();
      EXPECT_TRUE(std::any_of(book.matters.begin(), book.matters.end(), fits) ||
                  std::any_of(book.originals.begin(), book.originals.end(), fits))
          << text;
      ++found;
    }
  EXPECT_GE(found, 40u);
}

TEST_F(TheDemoBank, HearsOfNothingBeforeItsDay) {
  const Date today = zone_.date(now_);
  for (const demo::Wave& wave : demo::book().waves) {
    if (!wave.is_only) continue;
    const std::string summary = demo::book().matter(wave.matter).summary;
    for (const Complaint& one : complaints_of_bank()) {
      if (one.summary.reveal().find(summary.substr(0, summary.find("，"))) == std::string::npos)
        continue;
      EXPECT_GE(zone_.date(one.received_at), today + days{wave.from}) << one.number;
    }
  }
}

}  // namespace
}  // namespace xb::app
