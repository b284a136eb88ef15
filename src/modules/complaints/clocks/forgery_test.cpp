// What somebody writes into the tables behind the program's back is found by a deep check.
#include "modules/complaints/clocks/limits_fixture.h"
#include "modules/complaints/store.h"
#include "platform/clocks/calendars.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

using std::chrono::hours;
using Found = std::vector<std::string>;

// What an entry of before steps were told says of a start.
struct RegisteredBefore {
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(RegisteredBefore, (), (received_at))

class Forging : public Limits {
 protected:
  void change(const char* statement) {
    bank_.source().close();
    auto options = bank_.source().options();
    options.before_statement = {};
    storage::connect(options)->run(statement, {});
    bank_.reopen();
  }
  // `id what`, for each word.
  Found of(Id<Complaint> id, std::initializer_list<const char*> words) const {
    Found out;
    for (const char* word : words) out.push_back(std::to_string(id.number) + " " + word);
    return out;
  }
};

TEST_P(Forging, AClockThatNobodyWouldLookAtIsFound) {
  const auto id = registered().id;
  ASSERT_EQ(review(test::monday), 1u);
  EXPECT_EQ(differences(), Found{});
  change("UPDATE clocks SET look_at = NULL");
  EXPECT_EQ(differences(), of(id, {"look"}));
  change("UPDATE clocks SET look_at = 4000000000000");
  EXPECT_EQ(differences(), of(id, {"look"}));
}

TEST_P(Forging, AClockOfAnotherSpanOrCaseIsFound) {
  const auto id = registered().id;
  change("UPDATE clocks SET span = 'x'");
  EXPECT_EQ(differences(), of(id, {"steps"}));
  change("UPDATE clocks SET span = 'decide', subject_kind = 'referral'");
  EXPECT_EQ(differences(), of(id, {"due"}));
  change("UPDATE clocks SET subject_kind = 'complaint', subject_id = 77");
  EXPECT_EQ(differences(), Found{"77 steps"});
}

TEST_P(Forging, AClockThatNoEntryStartedIsFound) {
  const auto id = registered().id;
  change(
      "INSERT INTO clocks (id, subject_kind, subject_id, span, rule, rule_version, steps,"
      " started_at, due_on, due_at, rests, version) SELECT 900000000, subject_kind, subject_id,"
      " span, rule, rule_version, '', started_at, due_on, due_at, 0, 1 FROM clocks");
  EXPECT_EQ(differences(), of(id, {"steps"}));
}

TEST_P(Forging, ANoticeThatIsGoneOrMadeUpOrMarkedAsSeenIsFound) {
  hire(301, "teller", "210001");
  const auto id = registered().id;
  ASSERT_EQ(sweep(at("2026-03-11T08:00:00+08:00")), 1u);
  ASSERT_EQ(sweep(at("2026-03-13T08:00:00+08:00")), 1u);
  ASSERT_TRUE(acknowledge(acting(301), notices(bank_.chen_yu).at(0).id).has_value());
  EXPECT_EQ(differences(), Found{});
  change(
      "UPDATE clock_notices SET acknowledged_at = 1, acknowledged_by = 2"
      " WHERE acknowledged_at IS NULL");
  EXPECT_EQ(differences(), of(id, {"notices"}));
  change(
      "UPDATE clock_notices SET acknowledged_at = NULL, acknowledged_by = NULL"
      " WHERE acknowledged_at = 1");
  EXPECT_EQ(differences(), Found{});
  change("DELETE FROM clock_notices WHERE before = 3");
  EXPECT_EQ(differences(), of(id, {"notices"}));
  change("UPDATE clock_notices SET rung = 'head_office', kind = 'overdue', before = 0");
  EXPECT_EQ(differences(), of(id, {"notices"}));
}

TEST_P(Forging, ACaseWithAnotherFirstDueDateIsFound) {
  const auto id = registered().id;
  change("UPDATE complaints SET due_at = due_at + 86400000");
  EXPECT_EQ(differences(), of(id, {"first_due"}));
  change("UPDATE complaints SET due_at = NULL");
  EXPECT_EQ(differences(), of(id, {"first_due"}));
}

TEST_P(Forging, StepsThatWereChangedInTableAndLogAlikeAreFound) {
  const auto id = registered().id;
  bank_.place();
  change("UPDATE clocks SET steps = replace(steps, '2026-03-01', '2026-03-02')");
  change("UPDATE evidence_entries SET facts = replace(facts, '2026-03-01', '2026-03-02')");
  const auto found = differences();
  EXPECT_EQ(std::count(found.begin(), found.end(), of(id, {"altered"})[0]), 1) << "by its leaf";
}

TEST_P(Forging, AnEntryThatIsGoneIsFound) {
  const auto id = registered().id;
  ASSERT_TRUE(extend(id, R"({"to_total": 30, "reason": "一"})").has_value());
  ASSERT_TRUE(close(id).has_value());
  bank_.place();
  EXPECT_EQ(differences(), Found{});
  change("DELETE FROM evidence_entries WHERE kind = 'complaint.extended'");
  const auto found = differences();
  EXPECT_EQ(std::count(found.begin(), found.end(), of(id, {"altered"})[0]), 1);
  change("DELETE FROM evidence_entries WHERE kind = 'complaint.closed'");
  EXPECT_EQ(differences().back(), "1 altered") << "the end of the log is missing";
}

TEST_P(Forging, ACalendarWithOtherDaysIsFound) {
  bank_
      .write(bank_.chen_yu, test::monday,
             [](Work& work) -> Result<std::int64_t> { return clocks::import_shipped(work); })
      .value();
  EXPECT_EQ(differences(), Found{});
  change("UPDATE calendar_years SET days = replace(days, '2026-05-01', '2026-05-29')");
  EXPECT_EQ(differences(), Found{"1 calendar"});
  change("UPDATE calendar_years SET days = replace(days, '2026-05-29', '2026-05-01')");
  EXPECT_EQ(differences(), Found{});
  change("DELETE FROM calendar_years WHERE year = 2024");
  EXPECT_EQ(differences(), Found{"1 calendar"});
}

// Of a case that was registered before entries told of steps the start alone is not in the log.
TEST_P(Forging, AClockOfBeforeIsThatOfItsCase) {
  const auto made = bank_.write(
      bank_.chen_yu, test::monday, [](Work& work) -> Result<std::vector<clocks::Difference>> {
        const auto key = sealing::new_key(work);
        clocks::Clock clock{.id = work.new_id<clocks::Clock>(),
                            .subject_kind = "complaint",
                            .subject_id = work.new_id<Complaint>().number,
                            .span = "decide",
                            .rule = "decide",
                            .started_at = test::monday,
                            .due_on = *parse_date("2026-03-17"),
                            .due_at = at("2026-03-18T00:00:00+08:00"),
                            .look_at = at("2026-03-12T08:00:00+08:00")};
        evidence::append(work, "complaint.registered",
                         evidence::Subject::made_now(Id<Complaint>{clock.subject_id}, key),
                         RegisteredBefore{test::monday});
        work.tx.insert(clock);
        clocks::Clock forged = clock;
        forged.id = work.new_id<clocks::Clock>();
        forged.started_at = test::monday + hours{24};
        forged.due_on = *parse_date("2026-03-18");
        forged.due_at = at("2026-03-19T00:00:00+08:00");
        work.tx.insert(forged);
        return clocks::compare_clocks(work, {}, 0, 100).differences;
      });
  ASSERT_EQ(made->size(), 1u);
  EXPECT_EQ(made->front().kind, clocks::DifferenceKind::steps) << "the one that began later";
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Forging, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
