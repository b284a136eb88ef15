// Reads beside writes: what a reader sees and when.
#include <future>
#include <thread>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

enum class Shelf { upper, lower };
BOOST_DESCRIBE_ENUM(Shelf, upper, lower)

class ReadersOn : public testing::TestWithParam<test::Engine> {
 protected:
  static Options options() {
    Options out;
    out.readers = 3;
    out.durable = false;  // what is visible, not what survives, is asked here
    return out;
  }
  Database& database() { return counting_.database(); }

  static std::int64_t amount(Transaction& tx) {
    return tx.one<std::int64_t>("SELECT amount FROM counters WHERE id = 1").value();
  }
  void set_amount(std::int64_t amount) {
    database().write(Lane::interactive, [&](Transaction& tx) {
      tx.execute("UPDATE counters SET amount = ? WHERE id = 1", amount);
      tx.note_entry();
      return true;
    });
  }
  // What each pooled reader sees: while one reads the next is borrowed.
  std::vector<std::int64_t> seen_by_each(std::size_t readers) {
    std::vector<std::int64_t> seen;
    database().read([&](Transaction& tx) {
      seen.push_back(amount(tx));
      if (readers > 1)
        for (const std::int64_t other : seen_by_each(readers - 1)) seen.push_back(other);
    });
    return seen;
  }

  Counting counting_{GetParam(), options()};
};

TEST_P(ReadersOn, NoPooledReaderEverServesAStaleRow) {
  counting_.add(1);
  for (std::int64_t i = 1; i <= 1000; ++i) {
    set_amount(i);
    ASSERT_EQ(seen_by_each(3), (std::vector<std::int64_t>{i, i, i}));
  }
}

// Longer, it would keep SQLite's log from being emptied.
TEST_P(ReadersOn, AReadThatTakesTooLongIsBusy) {
  Options hurried = options();
  hurried.read_within = std::chrono::milliseconds{50};
  Counting counting(GetParam(), hurried);
  EXPECT_EQ(fault_of([&] {
              counting.database().read([](Transaction& tx) {
                tx.one<std::int64_t>(
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT count(*) FROM n");
              });
            }),
            "busy");
  EXPECT_NO_THROW(counting.ids());
}

TEST_P(ReadersOn, WhoeverFindsNoFreeReaderInTimeIsToldBusy) {
  Options hurried = options();
  hurried.read_within = std::chrono::milliseconds{50};
  hurried.readers = 1;
  Counting counting(GetParam(), hurried);
  counting.database().read(
      [&](Transaction&) { EXPECT_EQ(fault_of([&] { counting.ids(); }), "busy"); });
  EXPECT_NO_THROW(counting.ids());
}

// Somebody changed it, or a newer program knows more names.
TEST_P(ReadersOn, ACellThatIsNotWhatItShouldBeFailsItsReadAndNoOther) {
  counting_.add(1);
  const auto fails = [&](auto&& ask) { return fault_of([&] { database().read(ask); }) == "other"; };
  EXPECT_TRUE(fails([](Transaction& tx) { tx.one<Shelf>("SELECT 'odd' FROM counters"); }));
  EXPECT_TRUE(fails([](Transaction& tx) { tx.one<Date>("SELECT '2026-02-30' FROM counters"); }));
  EXPECT_TRUE(fails(
      [](Transaction& tx) { tx.one<std::int64_t>("SELECT nullif(amount, 0) FROM counters"); }));
  EXPECT_EQ(counting_.ids(), std::vector<std::int64_t>{1});
}

TEST_P(ReadersOn, OneReadSeesOneMoment) {
  counting_.add(1);
  database().read([&](Transaction& tx) {
    EXPECT_EQ(amount(tx), 0);
    set_amount(7);
    EXPECT_EQ(amount(tx), 0) << "in the snapshot it began with";
    EXPECT_EQ(seen_by_each(1), std::vector<std::int64_t>{7}) << "in a new one";
    EXPECT_EQ(amount(tx), 0);
  });
  EXPECT_EQ(seen_by_each(1), std::vector<std::int64_t>{7});
}

TEST_P(ReadersOn, AReadThatThrowsSpoilsNoOtherRead) {
  counting_.add(1);
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(fault_of([&] {
                database().read([&](Transaction& tx) {
                  amount(tx);
                  throw Failure(Fault::other, "mine", "");
                });
              }),
              "other");
  set_amount(3);
  EXPECT_EQ(seen_by_each(3), (std::vector<std::int64_t>{3, 3, 3}));
}

TEST_P(ReadersOn, AStatementThatFailsSpoilsNoOtherRead) {
  counting_.add(1);
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(fault_of([&] {
                database().read(
                    [](Transaction& tx) { tx.one<std::int64_t>("SELECT nothing FROM counters"); });
              }),
              "other");
  EXPECT_EQ(seen_by_each(3), (std::vector<std::int64_t>{0, 0, 0}));
}

TEST_P(ReadersOn, MoreCallersThanReadersTakeTurns) {
  counting_.add(1);
  std::vector<std::thread> callers;
  std::atomic<int> done = 0;
  for (int i = 0; i < 12; ++i)
    callers.emplace_back([&] {
      for (int k = 0; k < 20; ++k)
        database().read([&](Transaction& tx) { done += amount(tx) == 0 ? 1 : 0; });
    });
  for (auto& caller : callers) caller.join();
  EXPECT_EQ(done, 240);
}

TEST_P(ReadersOn, ReadersBesideAWriterSeeWholeCommandsOnly) {
  counting_.add(1, 50);
  counting_.add(2, 50);
  std::atomic<bool> over = false;
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i)
    readers.emplace_back([&] {
      while (!over)
        database().read([](Transaction& tx) {
          EXPECT_EQ(tx.one<std::int64_t>("SELECT CAST(sum(amount) AS bigint) FROM counters"), 100);
        });
    });
  for (std::int64_t i = 0; i < 200; ++i)
    database().write(Lane::interactive, [&](Transaction& tx) {
      tx.execute("UPDATE counters SET amount = ? WHERE id = 1", i % 100);
      tx.execute("UPDATE counters SET amount = ? WHERE id = 2", 100 - i % 100);
      tx.note_entry();
      return true;
    });
  over = true;
  for (auto& reader : readers) reader.join();
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ReadersOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
