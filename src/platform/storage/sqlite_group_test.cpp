// Group commit on SQLite: many commands, one transaction, and what one of them may do to the rest.
#include <future>
#include <map>
#include <utility>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

using Ids = std::vector<std::int64_t>;
using Answers = std::map<int, std::string>;

class GroupCommit : public testing::Test {
 protected:
  Database& database() { return counting_.database(); }

  // Runs these commands as one group: they wait together behind a command that does nothing. Their
  // answers by position: `done`, or the name of a fault.
  Answers run(const std::vector<Command>& commands) {
    std::promise<void> go_on;
    std::promise<void> started;
    std::promise<void> last;
    auto released = go_on.get_future().share();
    database().submit(
        Lane::interactive,
        [&](Transaction&) {
          started.set_value();
          released.wait();
          return false;
        },
        [](const std::optional<Failure>&) {});
    started.get_future().wait();
    Answers answers;
    for (std::size_t i = 0; i < commands.size(); ++i)
      database().submit(Lane::interactive, commands[i], [&, i](const auto& failure) {
        answers[static_cast<int>(i)] = failure ? name(failure->fault()) : "done";
        if (on_answer_) on_answer_();
        if (answers.size() == commands.size()) last.set_value();
      });
    begins_ = commits_ = 0;
    go_on.set_value();
    last.get_future().wait();
    return answers;
  }

  static Command adding(std::int64_t id) {
    return [id](Transaction& tx) { return Counting::add(tx, id); };
  }
  static Command failing(Fault fault) {
    return [fault](Transaction& tx) -> bool {
      Counting::add(tx, 999);
      throw Failure(fault, "injected", "UPDATE counters SET");
    };
  }
  void count_transactions() {
    counting_.gate.watch([this](std::string_view sql) {
      if (sql == "BEGIN IMMEDIATE") ++begins_;
      if (sql == "COMMIT") ++commits_;
    });
  }

  Counting counting_{test::Engine::sqlite};
  std::function<void()> on_answer_;
  int begins_ = 0;
  int commits_ = 0;
};

TEST_F(GroupCommit, CommandsThatWaitTogetherShareOneCommit) {
  count_transactions();
  std::vector<Command> commands;
  for (std::int64_t id = 1; id <= 100; ++id) commands.push_back(adding(id));
  const Answers answers = run(commands);
  EXPECT_EQ(counting_.ids().size(), 100u);
  EXPECT_EQ(begins_, 1);
  EXPECT_EQ(commits_, 2) << "of the command they waited behind, and the group's";
  for (const auto& [i, answer] : answers) EXPECT_EQ(answer, "done") << i;
}

TEST_F(GroupCommit, ARefusedCommandLeavesNothingAndTheOthersAreKept) {
  const Command refused = [](Transaction& tx) {
    Counting::add(tx, 2);
    tx.execute("DELETE FROM counters WHERE id = ?", 1);
    return false;
  };
  EXPECT_EQ(run({adding(1), refused, adding(3)}), (Answers{{0, "done"}, {1, "done"}, {2, "done"}}));
  EXPECT_EQ(counting_.ids(), (Ids{1, 3}));
}

TEST_F(GroupCommit, AFailedCommandLeavesNothingAndTheOthersAreKept) {
  EXPECT_EQ(
      run({adding(1), failing(Fault::other), adding(1), failing(Fault::constraint), adding(3)}),
      (Answers{{0, "done"}, {1, "other"}, {2, "constraint"}, {3, "constraint"}, {4, "done"}}));
  EXPECT_EQ(counting_.ids(), (Ids{1, 3}));
}

TEST_F(GroupCommit, AFullDiskFailsTheWholeGroupAndLaterGroupsWork) {
  for (const Fault fault : {Fault::full, Fault::io, Fault::memory, Fault::read_only}) {
    const std::string word = name(fault);
    EXPECT_EQ(run({adding(1), failing(fault), adding(3)}),
              (Answers{{0, word}, {1, word}, {2, word}}));
    EXPECT_EQ(counting_.ids(), Ids{}) << word;
  }
  EXPECT_EQ(run({adding(4), adding(5)}), (Answers{{0, "done"}, {1, "done"}}));
  EXPECT_EQ(counting_.ids(), (Ids{4, 5}));
}

TEST_F(GroupCommit, AFaultAtAnyStatementLeavesNothingOfTheGroup) {
  const auto before = test::world(database());
  const std::vector<Command> commands{adding(1), adding(2), adding(3)};
  int n = 0;
  for (bool failed = true; failed; ++n) {
    // The first COMMIT is that of the command which the group waits behind.
    counting_.gate.watch([n, seen = -1](std::string_view sql) mutable {
      if (seen >= 0 && seen++ == n) throw Failure(Fault::io, "injected", "");
      if (seen < 0 && sql == "COMMIT") seen = 0;
    });
    failed = run(commands).at(0) == "io";
    counting_.gate.open();
    if (failed) {
      EXPECT_EQ(test::world(database()), before) << "fault before statement " << n;
    }
  }
  EXPECT_GE(n, 11) << "BEGIN, three commands of three statements, COMMIT";
  EXPECT_EQ(counting_.ids(), (Ids{1, 2, 3}));
}

TEST_F(GroupCommit, NoAnswerComesBeforeTheCommit) {
  count_transactions();
  on_answer_ = [this] {
    EXPECT_EQ(commits_, 2) << "of the command they waited behind, and the group's";
    EXPECT_EQ(counting_.ids(), (Ids{1, 3}));
  };
  const Command refused = [](Transaction& tx) { return !Counting::add(tx, 2); };
  EXPECT_EQ(run({adding(1), refused, adding(3)}).size(), 3u);
}

TEST_F(GroupCommit, AConstraintThatOnlyTheCommitSeesIsFoundByRunningEachAlone) {
  bool is_first = true;
  int commits = 0;
  counting_.gate.watch([&](std::string_view sql) {
    if (sql != "COMMIT") return;
    ++commits;
    if (commits > 1 && std::exchange(is_first, false))
      throw Failure(Fault::constraint, "injected", "COMMIT");
  });
  EXPECT_EQ(run({adding(1), adding(2), adding(3)}),
            (Answers{{0, "done"}, {1, "done"}, {2, "done"}}));
  EXPECT_EQ(counting_.ids(), (Ids{1, 2, 3}));
  EXPECT_EQ(commits, 5) << "of the command they waited behind, the group's and one for each";
}

TEST_F(GroupCommit, ADeferredKeyThatWouldFailAtTheCommitIsFoundBeforeIt) {
  counting_.connect()->run(
      "CREATE TABLE notes (counter_id bigint"
      " REFERENCES counters (id) DEFERRABLE INITIALLY DEFERRED)",
      {});
  const auto noting = [](std::int64_t id) {
    return [id](Transaction& tx) {
      tx.execute("INSERT INTO notes (counter_id) VALUES (?)", id);
      tx.note_entry();
      return true;
    };
  };
  EXPECT_EQ(run({adding(1), noting(1), noting(404), adding(2)}),
            (Answers{{0, "done"}, {1, "done"}, {2, "constraint"}, {3, "done"}}));
  EXPECT_EQ(counting_.ids(), (Ids{1, 2}));
}

TEST_F(GroupCommit, ACommandThatRollsTheGroupBackDoesNotLetTheRestCommitByThemselves) {
  const Command rolling_back = [](Transaction& tx) {
    tx.execute("INSERT OR ROLLBACK INTO counters (id, amount, version) VALUES (?, 0, 1)", 1);
    tx.note_entry();
    return true;
  };
  EXPECT_EQ(run({adding(1), adding(2), rolling_back, adding(3)}),
            (Answers{{0, "done"}, {1, "done"}, {2, "constraint"}, {3, "done"}}));
  EXPECT_EQ(counting_.ids(), (Ids{1, 2, 3}));
}

TEST_F(GroupCommit, ACommandThatEndsTheTransactionLosesTheGroupAndNothingIsHalfDone) {
  const Command ending = [](Transaction& tx) {
    tx.execute("ROLLBACK");
    return true;
  };
  const Answers answers = run({adding(1), ending, adding(2)});
  EXPECT_EQ(answers.at(1), "other");
  EXPECT_EQ(counting_.ids(), Ids{});
  counting_.add(4);
  EXPECT_EQ(counting_.ids(), Ids{4});
}

TEST_F(GroupCommit, ARollbackThatFailsTooKeepsNothingOfItsGroup) {
  counting_.gate.watch([](std::string_view sql) {
    if (sql == "ROLLBACK") throw Failure(Fault::io, "injected", "");
  });
  EXPECT_EQ(run({adding(1), failing(Fault::full)}), (Answers{{0, "full"}, {1, "full"}}));
  counting_.gate.open();
  failure_of([&] { counting_.add(2); });
  counting_.add(3);
  EXPECT_FALSE(counting_.find(1).has_value());
  EXPECT_TRUE(counting_.find(3).has_value());
}

TEST_F(GroupCommit, PlacingRunsOnceAGroupBeforeItsCommit) {
  int placed = 0;
  database().set_hooks({.before_commit =
                            [&](Transaction& tx) {
                              ++placed;
                              EXPECT_EQ(tx.one<std::int64_t>("SELECT count(*) FROM counters"), 3);
                            },
                        .after_commit = {},
                        .was_committed = {}});
  const Command silent = [](Transaction& tx) {
    return tx.execute("INSERT INTO followers (name, next_place) VALUES (?, ?)", "x", 1) == 1;
  };
  run({adding(1), silent, adding(2), adding(3)});
  EXPECT_EQ(placed, 1);
  database().write(Lane::interactive,
                   [](Transaction& tx) { return tx.execute("DELETE FROM followers") == 1; });
  EXPECT_EQ(placed, 1) << "a group without an entry has nothing to place";
}

TEST_F(GroupCommit, PlacingThatFailsKeepsNothingOfItsGroup) {
  database().set_hooks({.before_commit = [](Transaction&) { throw Failure(Fault::other, "", ""); },
                        .after_commit = {},
                        .was_committed = {}});
  EXPECT_EQ(run({adding(1), adding(2)}), (Answers{{0, "other"}, {1, "other"}}));
  EXPECT_EQ(counting_.ids(), Ids{});
}

TEST_F(GroupCommit, AFetchOfIdsThatFailsFailsTheGroupAndNotTheNext) {
  database().write(Lane::interactive, [](Transaction& tx) {
    for (std::int64_t i = 0; i <= IdBlock::low; ++i) tx.new_id<Counter>();
    return false;
  });
  counting_.gate.watch([](std::string_view sql) {
    if (sql.starts_with("UPDATE id_blocks")) throw Failure(Fault::full, "injected", "");
  });
  EXPECT_EQ(fault_of([&] { counting_.add(1); }), "full");
  counting_.gate.open();
  counting_.add(2);
  EXPECT_EQ(counting_.ids(), Ids{2});
}

}  // namespace
}  // namespace xb::storage
