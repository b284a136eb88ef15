#include "platform/storage/queue.h"

#include <atomic>
#include <string>
#include <thread>

#include <gtest/gtest.h>

namespace xb::storage {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds at_once{0};

// A queue whose tickets have names.
class NamedQueue {
 public:
  explicit NamedQueue(std::size_t waiting_max = 100) : queue(waiting_max) {}

  bool push(Lane lane, const std::string& name) {
    return queue.push(lane, std::make_shared<Ticket>(
                                Command{}, [this, name](const auto&) { told_ += name + " "; }));
  }
  // The names of what is taken, in order.
  std::string take(std::size_t most) { return names(queue.take(most, at_once)); }
  std::string names(const std::vector<std::shared_ptr<Ticket>>& tickets) {
    told_.clear();
    for (const auto& ticket : tickets) ticket->done({});
    return told_;
  }

  CommandQueue queue;

 private:
  std::string told_;
};

TEST(CommandQueue, GivesCommandsInTheOrderTheyCame) {
  NamedQueue waiting;
  for (const char* name : {"a", "b", "c"}) waiting.push(Lane::interactive, name);
  EXPECT_EQ(waiting.take(2), "a b ");
  EXPECT_EQ(waiting.take(2), "c ");
  EXPECT_EQ(waiting.take(2), "");
}

TEST(CommandQueue, PeopleComeBeforeBulkWork) {
  NamedQueue waiting;
  waiting.push(Lane::bulk, "import1");
  EXPECT_EQ(waiting.take(10), "import1 ");
  waiting.push(Lane::bulk, "import2");
  waiting.push(Lane::interactive, "teller");
  std::string all = waiting.take(10);
  all += waiting.take(10);
  EXPECT_EQ(all, "teller import2 ");
}

TEST(CommandQueue, BulkCommandsComeOneAtATime) {
  NamedQueue waiting;
  waiting.push(Lane::bulk, "one");
  waiting.push(Lane::bulk, "two");
  EXPECT_EQ(waiting.take(10), "one ");
  EXPECT_EQ(waiting.take(10), "two ");
}

TEST(CommandQueue, BulkWorkThatWasPassedOverForLongComesAlthoughPeopleWait) {
  NamedQueue waiting;  // it has never taken bulk work, which is longer ago than anything
  waiting.push(Lane::interactive, "teller1");
  waiting.push(Lane::interactive, "teller2");
  waiting.push(Lane::bulk, "import");
  EXPECT_EQ(waiting.take(1), "import ");
  EXPECT_EQ(waiting.take(1), "teller1 ");
  EXPECT_EQ(waiting.take(1), "teller2 ");
}

TEST(CommandQueue, BulkWorkIsNotStarvedByFullGroupsOfPeople) {
  NamedQueue waiting;
  for (const char* name : {"a", "b", "c", "d"}) waiting.push(Lane::interactive, name);
  waiting.push(Lane::bulk, "import");
  EXPECT_EQ(waiting.take(3), "a b import ");
}

TEST(CommandQueue, AFullLaneTakesNoMoreAndTheOtherDoes) {
  NamedQueue waiting(2);
  EXPECT_TRUE(waiting.push(Lane::interactive, "a"));
  EXPECT_TRUE(waiting.push(Lane::interactive, "b"));
  EXPECT_FALSE(waiting.push(Lane::interactive, "c"));
  EXPECT_TRUE(waiting.push(Lane::bulk, "import"));
  EXPECT_EQ(waiting.queue.waiting(), 3u);
}

TEST(CommandQueue, WhoeverWaitedTooLongNeverStarts) {
  NamedQueue waiting;
  waiting.push(Lane::interactive, "a");
  waiting.push(Lane::interactive, "b");
  waiting.push(Lane::bulk, "import");
  EXPECT_EQ(waiting.names(waiting.queue.expire(Clock::now() - hours{1})), "");
  EXPECT_EQ(waiting.names(waiting.queue.expire(Clock::now() + hours{1})), "a b ");
  EXPECT_EQ(waiting.take(10), "import ");
}

TEST(CommandQueue, WhatHasExpiredIsNeverHandedOut) {
  NamedQueue waiting;
  waiting.push(Lane::interactive, "a");
  EXPECT_EQ(waiting.names(waiting.queue.expire(Clock::now() + hours{1})), "a ");
  waiting.push(Lane::interactive, "b");
  EXPECT_EQ(waiting.take(10), "b ");
}

TEST(CommandQueue, AClosedQueueHandsOutWhatWaitsAndTakesNoMore) {
  NamedQueue waiting;
  waiting.push(Lane::interactive, "a");
  waiting.push(Lane::bulk, "import");
  waiting.queue.close();
  EXPECT_FALSE(waiting.push(Lane::interactive, "b"));
  EXPECT_FALSE(waiting.queue.is_drained());
  std::string all;
  while (!waiting.queue.is_drained()) all += waiting.take(10);
  EXPECT_EQ(all, "a import ");
}

TEST(CommandQueue, WhoeverWaitsForWorkIsWokenByIt) {
  CommandQueue queue(10);
  const auto ticket = std::make_shared<Ticket>(Command{}, Done{});
  std::thread worker([&] { EXPECT_EQ(queue.take(1, hours{1}), std::vector{ticket}); });
  queue.push(Lane::interactive, ticket);
  worker.join();
}

TEST(CommandQueue, WhoeverWaitsForWorkIsWokenByTheEnd) {
  CommandQueue queue(10);
  std::thread worker([&] { EXPECT_TRUE(queue.take(1, hours{1}).empty()); });
  queue.close();
  worker.join();
}

TEST(CommandQueue, ManyWorkersShareTheCommandsAndNoneIsLostOrDoubled) {
  CommandQueue queue(10'000);
  std::atomic<int> run = 0;
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back([&] {
      while (!queue.is_drained())
        for (const auto& ticket : queue.take(3, milliseconds{50})) ticket->done({});
    });
  for (int i = 0; i < 5000; ++i)
    EXPECT_TRUE(queue.push(i % 10 == 0 ? Lane::bulk : Lane::interactive,
                           std::make_shared<Ticket>(Command{}, [&](const auto&) { ++run; })));
  queue.close();
  for (auto& worker : workers) worker.join();
  EXPECT_EQ(run, 5000);
}

}  // namespace
}  // namespace xb::storage
