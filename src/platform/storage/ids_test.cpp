#include "platform/storage/ids.h"

#include <algorithm>
#include <set>
#include <thread>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

TEST(IdBlock, GivesTheIdsOfItsBlockInOrder) {
  IdBlock ids;
  ids.add(1000);
  EXPECT_EQ(ids.take(), 1000);
  EXPECT_EQ(ids.take(), 1001);
}

TEST(IdBlock, IsLowWhenHalfIsGoneAndNoOtherWaits) {
  IdBlock ids;
  EXPECT_TRUE(ids.is_low());
  ids.add(1000);
  EXPECT_FALSE(ids.is_low());
  for (std::int64_t i = 0; i < IdBlock::size - IdBlock::low; ++i) ids.take();
  EXPECT_FALSE(ids.is_low());
  ids.take();
  EXPECT_TRUE(ids.is_low());
  ids.add(50'000);
  EXPECT_FALSE(ids.is_low());
}

TEST(IdBlock, GoesOnWithTheNextBlockWhenOneIsUsedUp) {
  IdBlock ids;
  ids.add(1000);
  std::int64_t last = 0;
  for (std::int64_t i = 0; i < IdBlock::size - 1; ++i) last = ids.take();
  ids.add(50'000);
  EXPECT_EQ(ids.take(), last + 1);
  EXPECT_EQ(ids.take(), 50'000);
}

TEST(IdBlock, ThreadsNeverGetTheSameId) {
  IdBlock ids;
  ids.add(1);
  ids.add(1 + IdBlock::size);
  constexpr std::size_t each = 2000;
  std::vector<std::vector<std::int64_t>> taken(8);
  std::vector<std::thread> threads;
  for (auto& mine : taken)
    threads.emplace_back([&ids, &mine] {
      for (std::size_t i = 0; i < each; ++i) mine.push_back(ids.take());
    });
  for (auto& thread : threads) thread.join();
  std::set<std::int64_t> all;
  for (const auto& mine : taken) {
    all.insert(mine.begin(), mine.end());
    EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
  }
  EXPECT_EQ(all.size(), taken.size() * each);
}

class IdsOn : public testing::TestWithParam<test::Engine> {
 protected:
  // Ids that `count` commands take, `each` in a command.
  std::vector<std::int64_t> take(int count, int each) {
    std::vector<std::int64_t> out;
    for (int i = 0; i < count; ++i)
      source_.get().write(Lane::interactive, [&](Transaction& tx) {
        for (int k = 0; k < each; ++k) out.push_back(tx.new_id<Counter>().number);
        return true;
      });
    return out;
  }

  test::TestDatabase source_{GetParam()};
};

TEST_P(IdsOn, NoIdComesTwiceOverManyBlocks) {
  const auto ids = take(12, 4000);
  EXPECT_EQ(std::set<std::int64_t>(ids.begin(), ids.end()).size(), ids.size());
  EXPECT_GE(ids.front(), 1000) << "below stand ids of the schema's own";
}

TEST_P(IdsOn, NoIdComesTwiceOverRestarts) {
  std::set<std::int64_t> all;
  for (int start = 0; start < 4; ++start) {
    for (const std::int64_t id : take(2, 3000)) EXPECT_TRUE(all.insert(id).second);
    source_.close();
  }
}

TEST_P(IdsOn, ARefusedCommandLosesItsIdsAndNobodyElseGetsThem) {
  std::int64_t lost = 0;
  source_.get().write(Lane::interactive, [&](Transaction& tx) {
    lost = tx.new_id<Counter>().number;
    return false;
  });
  EXPECT_GT(take(1, 1).front(), lost);
}

TEST(Ids, NoIdComesTwiceToTwoProgramsOnOnePostgresDatabase) {
  ASSERT_TRUE(test::has_postgres()) << "XB_TEST_POSTGRES names no server";
  test::TestDatabase source(test::Engine::postgres);
  const auto other = Database::open(source.options());
  std::set<std::int64_t> all;
  for (int i = 0; i < 6; ++i)
    for (Database* database : {&source.get(), other.get()})
      database->write(Lane::interactive, [&](Transaction& tx) {
        for (int k = 0; k < 3000; ++k) EXPECT_TRUE(all.insert(tx.new_id<Counter>().number).second);
        return true;
      });
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, IdsOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
