// Clocks of before they had steps come along.
#include "platform/clocks/service.h"
#include "platform/storage/migrations.h"
#include "test/support/bank.h"

namespace xb::clocks {
namespace {

using storage::Migration;

Instant at(std::string_view text) { return parse_instant(text).value(); }

class ClocksOfBefore : public testing::TestWithParam<test::Engine> {
 protected:
  // A database as it was before clocks had steps.
  ClocksOfBefore() {
    auto options = source_.options();
    if (GetParam() == test::Engine::sqlite) options.address = folder_.path() / "old.db";
    connection_ = storage::connect(options);
    if (GetParam() == test::Engine::postgres) {
      connection_->run("DROP SCHEMA public CASCADE", {});
      connection_->run("CREATE SCHEMA public", {});
    }
    all_ = storage::shipped_migrations(connection_->dialect());
    std::vector<Migration> before;
    for (const Migration& one : all_)
      if (one.stamp < "20261122T0610") before.push_back(one);
    storage::migrate(*connection_, before);
  }
  void insert(std::int64_t id, const char* started_at, const char* due_on, const char* due_at,
              storage::Cell stopped_at) {
    connection_->run(
        "INSERT INTO clocks (id, complaint_id, span, started_at, due_on, due_at, stopped_at)"
        " VALUES (?, ?, 'decide', ?, ?, ?, ?)",
        {id, id + 100, at(started_at).ms, due_on, at(due_at).ms, stopped_at});
  }
  std::vector<Clock> migrated() {
    storage::migrate(*connection_, all_);
    storage::IdBlock no_ids;
    const storage::TableKinds kinds(all_);
    storage::Transaction tx(*connection_, no_ids, kinds);
    return clocks_after(tx, {}, 10);
  }

  const test::Folder folder_;
  test::TestDatabase source_{GetParam()};
  std::unique_ptr<storage::Connection> connection_;
  std::vector<Migration> all_;
};

TEST_P(ClocksOfBefore, HaveTheStepsTheyMustHaveHad) {
  const Instant stopped = at("2026-03-05T10:00:00+08:00");
  insert(1, "2026-03-02T09:00:00+08:00", "2026-03-17", "2026-03-18T00:00:00+08:00", {});
  insert(2, "2026-03-02T09:00:00+08:00", "2026-03-17", "2026-03-18T00:00:00+08:00", stopped.ms);
  const auto clocks = migrated();
  ASSERT_EQ(clocks.size(), 2u);
  EXPECT_EQ(clocks[0].subject_kind, "complaint");
  EXPECT_EQ(clocks[0].subject_id, 101);
  EXPECT_EQ(clocks[0].rule, "decide");
  EXPECT_EQ(clocks[0].look_at, at("2026-03-12T08:00:00+08:00")) << "the first warning";
  EXPECT_FALSE(clocks[1].look_at.has_value());
  const auto steps = *steps_of(clocks[1]);
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(steps[1].at, stopped);

  const auto book = workflow::RuleBook::read(workflow::shipped_rules(), {});
  const workflow::Calendars none;
  for (const Clock& clock : clocks) {
    const auto by_steps = reckoned(clock, {*book, none, Zone{}});
    ASSERT_TRUE(by_steps.has_value());
    EXPECT_EQ(by_steps->due_on, clock.due_on);
    EXPECT_EQ(by_steps->due_at, clock.due_at);
    EXPECT_EQ(by_steps->state.stopped_at, clock.stopped_at);
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ClocksOfBefore, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::clocks
