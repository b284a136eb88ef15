#include "app/demo.h"

#include <map>

#include <gtest/gtest.h>

#include "app/founding.h"
#include "modules/complaints/store.h"
#include "platform/evidence/entries.h"
#include "test/support/databases.h"

namespace xb::app {
namespace {

using complaints::Complaint;
using complaints::State;
using std::chrono::days;

constexpr std::int64_t wanted = 280;  // eighty of them brought in when they were over

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
      entries_ = evidence::placed(tx, 0, 2000);
      for (const auto& entry : entries_)
        if (entry.kind == "complaint.registered" || entry.kind == "complaint.imported")
          complaints_.push_back(
              complaints::find_complaint(work, Actor::system(), {entry.subject_id}).value());
    });
  }
  static void TearDownTestSuite() {
    entries_.clear();
    complaints_.clear();
  }

  static std::chrono::minutes time_of_day(Instant at) {
    return std::chrono::duration_cast<std::chrono::minutes>(at - zone_.start(zone_.date(at)));
  }
  static bool is_weekend(Instant at) {
    return std::chrono::weekday{zone_.date(at).days}.iso_encoding() > 5;
  }
  static std::int64_t age(const Complaint& complaint) {
    return (zone_.date(now_).days - zone_.date(complaint.received_at).days).count();
  }

  static inline std::vector<evidence::PlacedEntry> entries_;
  static inline std::vector<Complaint> complaints_;
  static inline Zone zone_;
  static inline Instant now_;
};

TEST_F(TheDemoBank, TellsItsLogInTheOrderOfTime) {
  ASSERT_EQ(complaints_.size(), static_cast<std::size_t>(wanted));
  EXPECT_EQ(entries_.at(0).kind, "bank.founded");
  for (std::size_t i = 1; i < entries_.size(); ++i)
    EXPECT_LE(entries_[i - 1].at, entries_[i].at) << i;
  std::size_t begun = 1;  // the calendars are imported when the bank is founded
  while (entries_.at(begun).kind == "calendar.imported") ++begun;
  EXPECT_EQ(begun, 4u);
  EXPECT_LT(entries_[0].at, entries_.at(begun).at);
  EXPECT_LE(entries_.back().at, now_);
}

TEST_F(TheDemoBank, IsOpenWhenABankIs) {
  for (const Complaint& complaint : complaints_) {
    const bool is_hotline = complaint.intake_channel.str() == "hotline" ||
                            complaint.intake_channel.str() == "mobile_app";
    const auto minutes = time_of_day(complaint.received_at);
    EXPECT_GE(minutes.count(), 9 * 60);
    EXPECT_LE(minutes.count(), is_hotline ? 20 * 60 : 17 * 60 + 30);
    EXPECT_FALSE(!is_hotline && is_weekend(complaint.received_at));
    if (!complaint.closed_at) continue;
    EXPECT_FALSE(is_weekend(*complaint.closed_at));
    EXPECT_LE(time_of_day(*complaint.closed_at).count(), 17 * 60 + 30);
    const auto took =
        zone_.date(*complaint.closed_at).days - zone_.date(complaint.received_at).days;
    EXPECT_GE(took, days{2});
    EXPECT_LE(took, days{14});
  }
}

TEST_F(TheDemoBank, HasOneOverdueCaseAndItIsNamed) {
  std::vector<std::string> overdue;
  int open = 0;
  std::map<State, int> by_state;
  for (const Complaint& complaint : complaints_) {
    ++by_state[complaint.state];
    if (complaint.state != State::registered) continue;
    if (*complaint.due_at <= now_) {
      overdue.push_back(complaint.summary.reveal());
      continue;
    }
    ++open;
    EXPECT_LE(age(complaint), 15);
  }
  EXPECT_EQ(overdue, std::vector<std::string>{"商转公解押迟迟办不下来，已超过办理期限"});
  EXPECT_GE(open, 3);
  EXPECT_GE(by_state[State::withdrawn], 1);
  EXPECT_GE(by_state[State::closed], wanted / 2);
}

TEST_F(TheDemoBank, TellsAStoryWithADateOnceAndInItsTime) {
  std::map<std::string, int> told;
  for (const Complaint& complaint : complaints_) {
    const std::string summary = complaint.summary.reveal();
    ++told[summary];
    EXPECT_EQ(summary.find(complaint.business->str()), std::string::npos) << "a class, no story";
    EXPECT_EQ(complaint.description->reveal().find('{'), std::string::npos);
    const std::string text = complaint.description->reveal();
    if (text.find("11月9日起") == std::string::npos) continue;
    const std::chrono::year_month_day day{zone_.date(complaint.received_at).days};
    EXPECT_EQ(static_cast<unsigned>(day.month()), 11u);
  }
  EXPECT_LE(told["27名客户集体反映信托产品到期未兑付"], 1);
  EXPECT_LE(told["手机银行转账额度被下调，客户认为未提前告知"], 1);
  EXPECT_GE(told.size(), 30u);
}

}  // namespace
}  // namespace xb::app
