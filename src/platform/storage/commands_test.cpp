// Commands as the rest of the program sees them, on either database.
#include <future>
#include <thread>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

using Ids = std::vector<std::int64_t>;

class CommandsOn : public testing::TestWithParam<test::Engine> {
 protected:
  Database& database() { return counting_.database(); }
  bool write(const Command& command) { return database().write(Lane::interactive, command); }

  // Adds one to a counter, as it was read in the same command.
  static bool raise(Transaction& tx, std::int64_t id) {
    auto counter = tx.find<Counter>("WHERE id = ?", id);
    ++counter->amount;
    if (!tx.update(*counter)) return false;
    tx.note_entry();
    return true;
  }

  Counting counting_{GetParam()};
};

TEST_P(CommandsOn, AnAcceptedCommandIsThereForEveryReader) {
  EXPECT_TRUE(write([](Transaction& tx) { return Counting::add(tx, 1); }));
  EXPECT_EQ(counting_.ids(), Ids{1});
}

TEST_P(CommandsOn, ARefusedCommandLeavesNoTrace) {
  counting_.add(1);
  const auto before = test::world(database());
  EXPECT_FALSE(write([](Transaction& tx) {
    Counting::add(tx, 2);
    tx.execute("DELETE FROM counters WHERE id = ?", 1);
    tx.execute("INSERT INTO followers (name, next_place) VALUES (?, ?)", "x", 1);
    return false;
  }));
  EXPECT_EQ(test::world(database()), before);
}

TEST_P(CommandsOn, ACommandThatThrowsLeavesNoTraceAndTheNextOneWorks) {
  const auto before = test::world(database());
  EXPECT_EQ(fault_of([&] {
              write([](Transaction& tx) -> bool {
                Counting::add(tx, 1);
                throw Failure(Fault::other, "mine", "");
              });
            }),
            "other");
  EXPECT_EQ(test::world(database()), before);
  counting_.add(2);
  EXPECT_EQ(counting_.ids(), Ids{2});
}

TEST_P(CommandsOn, AnExceptionOfAnotherKindIsAFailureToo) {
  EXPECT_EQ(fault_of([&] { write([](Transaction&) -> bool { throw std::out_of_range("x"); }); }),
            "other");
  counting_.add(1);
}

TEST_P(CommandsOn, AConstraintIsTriedAgainBecauseAnotherNumberMayBeFree) {
  counting_.add(1);
  int runs = 0;
  EXPECT_TRUE(write([&](Transaction& tx) { return Counting::add(tx, ++runs); }));
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(counting_.ids(), (Ids{1, 2}));
}

TEST_P(CommandsOn, AConstraintThatStaysIsAFailureAndLeavesNoTrace) {
  counting_.add(1);
  const auto before = test::world(database());
  EXPECT_EQ(fault_of([&] {
              write([](Transaction& tx) {
                tx.execute("INSERT INTO followers (name, next_place) VALUES (?, ?)", "x", 1);
                return Counting::add(tx, 1);
              });
            }),
            "constraint");
  EXPECT_EQ(test::world(database()), before);
}

TEST_P(CommandsOn, ARowIsChangedByTheOneWhoReadItLast) {
  counting_.add(1);
  const Counter read_before = *counting_.find(1);
  EXPECT_TRUE(write([](Transaction& tx) { return raise(tx, 1); }));
  EXPECT_FALSE(write([&](Transaction& tx) {
    Counter mine = read_before;
    mine.amount = 100;
    if (!tx.update(mine)) return false;
    tx.note_entry();
    return true;
  }));
  EXPECT_EQ(counting_.find(1)->amount, 1);
  EXPECT_EQ(counting_.find(1)->version, 2);
}

TEST_P(CommandsOn, ManyWritersOnManyRowsLoseNothing) {
  for (std::int64_t id = 1; id <= 4; ++id) counting_.add(id);
  std::vector<std::thread> threads;
  for (std::int64_t id = 1; id <= 4; ++id)
    threads.emplace_back([this, id] {
      for (int i = 0; i < 50; ++i)
        EXPECT_TRUE(write([id](Transaction& tx) { return raise(tx, id); }));
    });
  for (auto& thread : threads) thread.join();
  for (std::int64_t id = 1; id <= 4; ++id) EXPECT_EQ(counting_.find(id)->amount, 50);
}

TEST_P(CommandsOn, TheAnswerComesAfterTheCommit) {
  std::promise<Ids> seen;
  database().submit(
      Lane::interactive, [](Transaction& tx) { return Counting::add(tx, 1); },
      [&](const std::optional<Failure>& failure) {
        EXPECT_FALSE(failure.has_value());
        seen.set_value(counting_.ids());
      });
  EXPECT_EQ(seen.get_future().get(), Ids{1});
}

TEST_P(CommandsOn, TheLogIsWokenAfterCommitsThatLeftAnEntryAndOnlyThen) {
  std::atomic<int> woken = 0;
  database().set_hooks(
      {.before_commit = {}, .after_commit = [&] { ++woken; }, .was_committed = {}});
  counting_.add(1);
  write([](Transaction& tx) {
    return tx.execute("INSERT INTO followers (name, next_place) VALUES (?, ?)", "x", 1) == 1;
  });
  write([](Transaction& tx) { return !Counting::add(tx, 2); });
  database().stop();
  EXPECT_EQ(woken, 1);
}

TEST_P(CommandsOn, OperationalTablesChangeWithoutAnEntry) {
  EXPECT_TRUE(write([](Transaction& tx) {
    return tx.execute("INSERT INTO followers (name, next_place) VALUES (?, ?)", "x", 1) == 1;
  }));
}

TEST_P(CommandsOn, AChangeThatTouchedNoRowNeedsNoEntry) {
  EXPECT_TRUE(write([](Transaction& tx) {
    return tx.execute("UPDATE counters SET amount = 1 WHERE id = ?", 404) == 0;
  }));
}

TEST_P(CommandsOn, ADomainTableThatChangesWithoutAnEntryIsNotKept) {
  const auto change_silently = [&] {
    write([](Transaction& tx) {
      tx.insert(Counter{{1}, 0});
      return true;
    });
  };
#ifdef NDEBUG
  EXPECT_EQ(fault_of(change_silently), "other");
  EXPECT_EQ(counting_.ids(), Ids{});
#else
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(change_silently(), "no evidence entry tells of it");
#endif
}

TEST_P(CommandsOn, AFullLaneAnswersBusyAtOnce) {
  std::promise<void> go_on;
  std::promise<void> started;
  auto released = go_on.get_future().share();
  Options options = counting_.source().options();
  options.waiting_max = 2;
  options.writers = 1;
  counting_.source().set_options(options);
  const auto nothing = [](const std::optional<Failure>&) {};
  database().submit(
      Lane::interactive,
      [&](Transaction&) {
        started.set_value();
        released.wait();
        return false;
      },
      nothing);
  started.get_future().wait();
  const auto add = [&](std::int64_t id, const Done& done) {
    database().submit(
        Lane::interactive, [id](Transaction& tx) { return Counting::add(tx, id); }, done);
  };
  add(1, nothing);
  add(2, nothing);
  std::string answer;
  add(3, [&](const std::optional<Failure>& failure) { answer = name(failure.value().fault()); });
  EXPECT_EQ(answer, "busy");
  EXPECT_EQ(database().waiting(), 2u);
  go_on.set_value();
  database().stop();
  EXPECT_EQ(counting_.ids(), (Ids{1, 2}));
}

TEST_P(CommandsOn, WhoeverWaitsTooLongIsToldBusyAndNeverRuns) {
  Options options = counting_.source().options();
  options.writers = 1;
  counting_.source().set_options(options);
  std::promise<void> go_on;
  std::promise<void> started;
  auto released = go_on.get_future().share();
  database().submit(
      Lane::interactive,
      [&](Transaction& tx) {
        started.set_value();
        released.wait();
        return Counting::add(tx, 1);
      },
      [](const std::optional<Failure>& failure) { EXPECT_FALSE(failure.has_value()); });
  started.get_future().wait();
  std::vector<std::string> answers;
  database().submit(
      Lane::interactive, [](Transaction& tx) { return Counting::add(tx, 2); },
      [&](const std::optional<Failure>& failure) {
        answers.emplace_back(name(failure.value().fault()));
      });
  database().expire_waiting(std::chrono::hours{1});
  EXPECT_TRUE(answers.empty());
  database().expire_waiting(-std::chrono::hours{1});
  EXPECT_EQ(answers, std::vector<std::string>{"busy"});
  go_on.set_value();
  database().stop();
  EXPECT_EQ(counting_.ids(), Ids{1}) << "what had started is never dropped";
}

TEST_P(CommandsOn, StoppingFinishesWhatWaitsAndRefusesWhatComes) {
  std::atomic<int> answered = 0;
  for (std::int64_t id = 1; id <= 20; ++id)
    database().submit(
        id % 2 == 0 ? Lane::bulk : Lane::interactive,
        [id](Transaction& tx) { return Counting::add(tx, id); },
        [&](const std::optional<Failure>& failure) { answered += failure ? 0 : 1; });
  database().stop();
  EXPECT_EQ(answered, 20);
  EXPECT_EQ(counting_.ids().size(), 20u);
  EXPECT_EQ(fault_of([&] { counting_.add(21); }), "busy");
}

TEST_P(CommandsOn, AReaderCannotWrite) {
  EXPECT_EQ(fault_of([&] {
              database().read([](Transaction& tx) {
                tx.execute("INSERT INTO followers (name, next_place) VALUES (?, ?)", "x", 1);
              });
            }),
            "read_only");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, CommandsOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
