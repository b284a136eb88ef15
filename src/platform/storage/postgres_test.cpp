// What only PostgreSQL does: others are faster, connections break, the answer to a COMMIT is lost.
#include "platform/storage/postgres.h"

#include <future>

#include "platform/storage/counters_fixture.h"
#include "test/support/wire.h"

namespace xb::storage {
namespace {

using Ids = std::vector<std::int64_t>;

class Postgres : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(test::has_postgres()) << "XB_TEST_POSTGRES names no server";
    counting_ = std::make_unique<Counting>(test::Engine::postgres, options());
  }
  static Options options() {
    Options out;
    out.writers = 1;
    out.readers = 2;
    return out;
  }
  Database& database() { return counting_->database(); }

  bool write(const Command& command) { return database().write(Lane::interactive, command); }
  // Ends every connection to this database but one's own.
  void end_connections() {
    counting_->connect()->run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
        {});
  }
  // What was_committed is asked, answered with `answer`.
  void answer_with(std::function<bool(Transaction&, std::string_view)> answer) {
    database().set_hooks(
        {.before_commit = {}, .after_commit = {}, .was_committed = std::move(answer)});
  }
  // Adds a counter, as a work of this name would.
  static bool add_named(Transaction& tx, std::int64_t id, const std::string& work) {
    tx.name_work(work);
    return Counting::add(tx, id);
  }

  std::unique_ptr<Counting> counting_;
};

// Adds `by` to a counter as it stands in this snapshot, after `in_between` has happened.
template <class InBetween>
Command raising(std::int64_t by, int& runs, InBetween in_between) {
  return [by, &runs, in_between](Transaction& tx) {
    auto counter = tx.find<Counter>("WHERE id = 1").value();
    if (++runs == 1) in_between();
    counter.amount += by;
    if (!tx.update(counter)) return false;
    tx.note_entry();
    return true;
  };
}

TEST_F(Postgres, WhoeverComesSecondToARowRunsAgainOnWhatTheFirstLeft) {
  counting_->add(1);
  const auto other = Database::open(counting_->source().options());
  int runs = 0;
  int others = 0;
  EXPECT_TRUE(write(raising(
      5, runs, [&] { EXPECT_TRUE(other->write(Lane::interactive, raising(10, others, [] {}))); })));
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(counting_->find(1)->amount, 15);
  EXPECT_EQ(counting_->find(1)->version, 3);
}

TEST_F(Postgres, WhoeverIsAlwaysSecondGivesUpAfterSixRuns) {
  counting_->add(1);
  const auto other = Database::open(counting_->source().options());
  int runs = 0;
  EXPECT_EQ(fault_of([&] {
              write([&](Transaction& tx) {
                auto counter = tx.find<Counter>("WHERE id = 1").value();
                ++runs;
                int others = 0;
                other->write(Lane::interactive, raising(1, others, [] {}));
                tx.update(counter);
                tx.note_entry();
                return true;
              });
            }),
            "serialization");
  EXPECT_EQ(runs, 6);
  EXPECT_EQ(counting_->find(1)->amount, 6) << "what the others added";
}

TEST_F(Postgres, ACommandSeesOneMoment) {
  counting_->add(1);
  const auto other = Database::open(counting_->source().options());
  write([&](Transaction& tx) {
    EXPECT_EQ(tx.find<Counter>("WHERE id = 1")->amount, 0);
    int others = 0;
    other->write(Lane::interactive, raising(1, others, [] {}));
    EXPECT_EQ(tx.find<Counter>("WHERE id = 1")->amount, 0);
    return false;
  });
}

TEST_F(Postgres, ConnectionsThatBrokeBetweenCommandsAreMadeAnew) {
  counting_->add(1);
  EXPECT_EQ(counting_->ids(), Ids{1});
  for (int i = 2; i <= 4; ++i) {
    end_connections();
    EXPECT_NO_THROW(counting_->add(i));
  }
  EXPECT_EQ(database().trouble(), "");
}

TEST_F(Postgres, ReadersThatBrokeBetweenReadsAreMadeAnew) {
  counting_->add(1);
  // Both readers have been connected.
  database().read([&](Transaction&) { EXPECT_EQ(counting_->ids(), Ids{1}); });
  end_connections();
  for (int i = 0; i < 4; ++i) EXPECT_EQ(counting_->ids(), Ids{1});
  EXPECT_EQ(database().trouble(), "");
}

TEST_F(Postgres, AConnectionThatBreaksInTheMiddleOfACommandRunsItAgain) {
  counting_->add(1);
  int runs = 0;
  EXPECT_TRUE(write([&](Transaction& tx) {
    Counting::add(tx, 2);
    if (++runs == 1) end_connections();
    return Counting::add(tx, 3);
  }));
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(counting_->ids(), (Ids{1, 2, 3}));
}

TEST_F(Postgres, AConnectionThatBreaksInTheMiddleOfAReadFailsIt) {
  counting_->add(1);
  EXPECT_EQ(fault_of([&] {
              database().read([&](Transaction& tx) {
                EXPECT_EQ(tx.one<std::int64_t>("SELECT count(*) FROM counters"), 1);
                end_connections();
                tx.one<std::int64_t>("SELECT count(*) FROM counters");
              });
            }),
            "lost");
  EXPECT_EQ(counting_->ids(), Ids{1});
}

// The server said so itself, so nobody has to be asked whether it happened.
TEST_F(Postgres, ACommitThatNeverArrivedIsRunAgain) {
  bool was_asked = false;
  answer_with([&](Transaction&, std::string_view) { return was_asked = true; });
  counting_->gate.watch([&, is_first = true](std::string_view sql) mutable {
    if (sql == "COMMIT" && std::exchange(is_first, false)) end_connections();
  });
  int runs = 0;
  EXPECT_TRUE(write([&](Transaction& tx) {
    ++runs;
    return add_named(tx, 1, "the work");
  }));
  EXPECT_EQ(runs, 2);
  EXPECT_FALSE(was_asked);
  EXPECT_EQ(counting_->ids(), Ids{1});
}

// The answer to a COMMIT that the server did is lost on the wire.
class LostAnswer : public Postgres {
 protected:
  void SetUp() override {
    Postgres::SetUp();
    if (HasFatalFailure()) return;
    wire_ = std::make_unique<test::Wire>(counting_->source().options().address);
    Options options = counting_->source().options();
    options.address = wire_->address();
    through_wire_ = Database::open(options);
  }
  // The fault of a command that adds a counter and whose COMMIT is not answered.
  std::string add_and_lose_the_answer(std::int64_t id, const std::string& work, int& runs) {
    // Once before, so that the statement is known to the server and one answer is one COMMIT.
    through_wire_->write(Lane::interactive, [](Transaction& tx) { return Counting::add(tx, 1); });
    counting_->gate.watch([this, is_first = true](std::string_view sql) mutable {
      if (sql == "COMMIT" && std::exchange(is_first, false)) wire_->lose_next_answer();
    });
    return fault_of([&] {
      through_wire_->write(Lane::interactive, [&](Transaction& tx) {
        ++runs;
        return work.empty() ? Counting::add(tx, id) : add_named(tx, id, work);
      });
    });
  }
  void settle_by(std::function<bool(Transaction&, std::string_view)> answer) {
    through_wire_->set_hooks(
        {.before_commit = {}, .after_commit = {}, .was_committed = std::move(answer)});
  }

  std::unique_ptr<test::Wire> wire_;
  std::unique_ptr<Database> through_wire_;
};

TEST_F(LostAnswer, OfACommitThatHappenedIsSettledAndTheCommandIsNotRunAgain) {
  settle_by([](Transaction& tx, std::string_view work) {
    EXPECT_EQ(work, "the work");
    return tx.find<Counter>("WHERE id = 2").has_value();
  });
  int runs = 0;
  EXPECT_EQ(add_and_lose_the_answer(2, "the work", runs), "none");
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(counting_->ids(), (Ids{1, 2}));
  EXPECT_EQ(through_wire_->trouble(), "");
}

// It may wait for its disk or its standby and be seen only later.
TEST_F(LostAnswer, IsUnknownWhileTheEntryIsNotSeen) {
  settle_by([](Transaction&, std::string_view) { return false; });
  int runs = 0;
  EXPECT_EQ(add_and_lose_the_answer(2, "the work", runs), "unknown");
  EXPECT_EQ(runs, 1);
}

TEST_F(LostAnswer, IsUnknownWhenNobodyCanSay) {
  settle_by([](Transaction&, std::string_view) -> bool { throw Failure(Fault::lost, "", ""); });
  int runs = 0;
  EXPECT_EQ(add_and_lose_the_answer(2, "the work", runs), "unknown");
  EXPECT_EQ(runs, 1) << "it may have happened: never twice";
}

TEST_F(LostAnswer, IsUnknownForACommandWithoutAName) {
  settle_by([](Transaction&, std::string_view) { return true; });
  int runs = 0;
  EXPECT_EQ(add_and_lose_the_answer(2, "", runs), "unknown");
  EXPECT_EQ(runs, 1);
}

TEST_F(Postgres, AFaultAtAnyStatementLeavesNothing) {
  counting_->add(1);
  const auto before = test::world(database());
  for (const Fault fault : {Fault::io, Fault::other}) {
    int n = 0;
    for (bool failed = true; failed;) {
      counting_->gate.stop_at(++n, fault);
      failed = fault_of([&] {
                 write([](Transaction& tx) {
                   Counting::add(tx, 2);
                   return tx.execute("DELETE FROM counters WHERE id = ?", 1) == 1;
                 });
               }) == name(fault);
      counting_->gate.open();
      if (failed) {
        EXPECT_EQ(test::world(database()), before) << n;
      }
    }
    EXPECT_EQ(n, 5) << "BEGIN, two statements, COMMIT, and one that was not";
    write([](Transaction& tx) {
      tx.execute("DELETE FROM counters");
      return Counting::add(tx, 1);
    });
  }
}

TEST_F(Postgres, AServerThatWouldForgetWhatItAnsweredIsNotOpened) {
  const auto database_setting = [&](const char* value) {
    const auto connection = counting_->connect();
    std::string name;
    constexpr CellType types[] = {CellType::text};
    connection->run("SELECT current_database()", {}, types,
                    [&](std::span<Cell> row) { name = std::get<std::string>(row[0]); });
    connection->run("ALTER DATABASE " + name + " SET synchronous_commit = " + value, {});
  };
  database_setting("off");
  EXPECT_EQ(fault_of([&] { Database::open(counting_->source().options()); }), "other");
  database_setting("on");
  EXPECT_NO_THROW(Database::open(counting_->source().options()));
}

TEST_F(Postgres, AServerThatIsNotThereIsAFailureAtTheStart) {
  Options options;
  options.address = "postgresql://postgres@/none?host=/nowhere";
  EXPECT_EQ(fault_of([&] { Database::open(options); }), "lost");
}

}  // namespace
}  // namespace xb::storage
