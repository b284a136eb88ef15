// Imports that go on after the request that began them was answered: one at a time, in a thread of
// their own.
#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "platform/exchange/import.h"

namespace xb::exchange {

class ImportJobs {
 public:
  // What asks Import::begin; called once, on the thread that imports.
  using Begin = std::function<Result<std::unique_ptr<Import>>()>;

  // `may_write` is that of the clock.
  explicit ImportJobs(std::function<bool()> may_write = {}) : may_write_(std::move(may_write)) {}
  ~ImportJobs();
  ImportJobs(const ImportJobs&) = delete;
  ImportJobs& operator=(const ImportJobs&) = delete;

  // Begins an import and goes on with it when this has returned. Refuses as `begin` does, or with
  // import.another_runs before anything has begun; throws what `begin` throws. Waits for one that
  // only stores its end: whoever has read that it ended may begin the next.
  Result<Id<Batch>> run(Begin begin);

  // Before the first: see exchange::break_off_left. What cannot be stored now is tried again until
  // it can; no other import runs before.
  void break_off_left(const Ground& ground);

  // For Ground: the program ends, or its clock is not to be trusted.
  std::optional<BrokenBy> stopped_by() const;

  // Waits for the one that runs.
  void wait();

  // Ends the one that runs with its next group, and lets none begin.
  void stop();

 private:
  using Begun = std::promise<Result<Id<Batch>>>;

  void start(std::function<void()> work);
  void import(Begin& begin, Begun& begun);
  void finish(Import& import);
  void insist(const std::function<void()>& write);
  void set_ending(bool is_ending);
  void free();

  std::function<bool()> may_write_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool is_running_ = false;
  bool is_ending_ = false;  // the one that runs stores its end
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace xb::exchange
