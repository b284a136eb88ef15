// Imports that go on after the request that began them was answered: one at a time, in a thread of
// their own.
#pragma once

#include <memory>
#include <mutex>
#include <thread>

#include "platform/exchange/import.h"

namespace xb::exchange {

class ImportJobs {
 public:
  ImportJobs() = default;
  ~ImportJobs();
  ImportJobs(const ImportJobs&) = delete;
  ImportJobs& operator=(const ImportJobs&) = delete;

  // Refuses with import.another_runs.
  Result<void> run(std::unique_ptr<Import> import);

  // Waits for the one that runs.
  void stop();

 private:
  std::mutex mutex_;
  bool is_running_ = false;
  std::thread thread_;
};

}  // namespace xb::exchange
