// Work that goes on beside requests: a thread that takes a step when woken or when time is up.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace xb::jobs {

class Loop {
 public:
  // `step` returns true if there may be more to do at once. A storage::Failure it throws is logged
  // and the next step comes in its time.
  Loop(std::string name, std::chrono::milliseconds interval, std::function<bool()> step);
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  void wake();
  void stop();

 private:
  void run();
  bool step_once();

  std::string name_;
  std::chrono::milliseconds interval_;
  std::function<bool()> step_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool is_woken_ = false;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace xb::jobs
