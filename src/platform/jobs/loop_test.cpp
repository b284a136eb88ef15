#include "platform/jobs/loop.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "platform/storage/failure.h"

namespace xb::jobs {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

// No test comes to its end this way.
constexpr hours never{1};

// Steps that are counted; somebody may wait for the n-th.
class Count {
 public:
  explicit Count(int wanted) : wanted_(wanted) {}

  void step() {
    if (++steps_ == wanted_) reached_.set_value();
  }
  void wait() { reached_.get_future().wait(); }
  int steps() const { return steps_; }

 private:
  const int wanted_;
  std::atomic<int> steps_ = 0;
  std::promise<void> reached_;
};

TEST(Loop, StepsAgainWhenTimeIsUp) {
  Count count(3);
  Loop loop("tick", milliseconds{1}, [&] {
    count.step();
    return false;
  });
  count.wait();
}

TEST(Loop, StepsAgainAtOnceWhileThereIsMoreToDo) {
  Count count(5);
  Loop loop("drain", never, [&] {
    count.step();
    return count.steps() < 5;
  });
  count.wait();
  loop.stop();
  EXPECT_EQ(count.steps(), 5);
}

TEST(Loop, RestsUntilItIsWoken) {
  Count first(1);
  Count second(2);
  Loop loop("rest", never, [&] {
    first.step();
    second.step();
    return false;
  });
  first.wait();
  loop.wake();
  second.wait();
  loop.stop();
  EXPECT_EQ(second.steps(), 2) << "one waking is one step";
}

TEST(Loop, IsNotWokenInVainWhileItSteps) {
  std::promise<void> begun;
  std::promise<void> go_on;
  auto released = go_on.get_future().share();
  Count count(2);
  Loop loop("busy", never, [&] {
    if (count.steps() == 0) begun.set_value();
    released.wait();
    count.step();
    return false;
  });
  begun.get_future().wait();
  loop.wake();
  go_on.set_value();
  count.wait();
}

TEST(Loop, StopsThoughTimeIsFarFromUp) {
  Count count(1);
  Loop loop("still", never, [&] {
    count.step();
    return false;
  });
  count.wait();
  loop.stop();
  loop.wake();
  loop.stop();
  EXPECT_EQ(count.steps(), 1);
}

TEST(Loop, StopsThoughThereIsAlwaysMoreToDo) {
  Count count(100);
  Loop loop("endless", never, [&] {
    count.step();
    return true;
  });
  count.wait();
  loop.stop();
  const int steps = count.steps();
  loop.wake();
  EXPECT_EQ(count.steps(), steps);
}

TEST(Loop, StoppingWaitsForTheStepThatRuns) {
  std::promise<void> begun;
  std::promise<void> go_on;
  std::atomic<bool> is_done = false;
  Loop loop("whole", never, [&] {
    begun.set_value();
    go_on.get_future().wait();
    is_done = true;
    return false;
  });
  begun.get_future().wait();
  std::thread other([&] { go_on.set_value(); });
  loop.stop();
  EXPECT_TRUE(is_done);
  other.join();
}

TEST(Loop, AStepThatFailsIsToldAndTheNextOneComes) {
  testing::internal::CaptureStderr();
  Count count(3);
  {
    Loop loop("sweep", milliseconds{1}, [&]() -> bool {
      count.step();
      if (count.steps() == 1) throw storage::Failure(storage::Fault::full, "13", "DELETE");
      if (count.steps() == 2) throw std::out_of_range("a value nobody may read");
      return false;
    });
    count.wait();
  }
  const std::string told = testing::internal::GetCapturedStderr();
  EXPECT_NE(told.find(R"("event":"jobs.step_failed","job":"sweep","fault":"full","code":"13",)"
                      R"("statement":"DELETE"})"),
            std::string::npos)
      << told;
  EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 2) << told;
  EXPECT_EQ(told.find("nobody may read"), std::string::npos) << told;
}

}  // namespace
}  // namespace xb::jobs
