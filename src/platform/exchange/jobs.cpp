#include "platform/exchange/jobs.h"

#include <exception>

#include "platform/telemetry/log.h"

namespace xb::exchange {
namespace {

constexpr std::chrono::seconds try_again_every{1};

// In a catch clause.
void tell_of_failure() {
  const storage::Failure failure = storage::current_failure();
  telemetry::log(telemetry::Severity::alarm, "import.failed",
                 {{"fault", storage::name(failure.fault())},
                  {"code", failure.code()},
                  {"statement", failure.statement()}});
}

}  // namespace

ImportJobs::~ImportJobs() { stop(); }

// Called with the mutex held.
void ImportJobs::start(std::function<void()> work) {
  if (thread_.joinable()) thread_.join();
  thread_ = std::thread(std::move(work));
  is_running_ = true;
}

void ImportJobs::free() {
  const std::lock_guard lock(mutex_);
  is_running_ = false;
  is_ending_ = false;
  changed_.notify_all();
}

void ImportJobs::set_ending(bool is_ending) {
  const std::lock_guard lock(mutex_);
  is_ending_ = is_ending;
  changed_.notify_all();
}

Result<Id<Batch>> ImportJobs::run(Begin begin) {
  auto begun = std::make_shared<Begun>();
  auto answer = begun->get_future();
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !is_ending_; });
    if (is_stopping_) throw storage::Failure(storage::Fault::busy, "stop", "import_batches");
    if (is_running_) return refuse(Reason::conflict, "import.another_runs");
    start([this, begin = std::move(begin), begun]() mutable { import(begin, *begun); });
  }
  return answer.get();
}

// The place is free before anybody is told that nothing has begun.
void ImportJobs::import(Begin& begin, Begun& begun) {
  Result<std::unique_ptr<Import>> started;
  std::exception_ptr failure;
  try {
    started = begin();
  } catch (...) {
    failure = std::current_exception();
  }
  const bool has_begun = !failure && started;
  if (has_begun) {
    begun.set_value(*(*started)->batch_id());
    finish(**started);
  }
  free();
  if (failure)
    begun.set_exception(failure);
  else if (!has_begun)
    begun.set_value(tl::unexpected(std::move(started).error()));
}

// Nobody shall wait for a batch that nothing works on.
void ImportJobs::finish(Import& import) {
  try {
    import.finish({}, [this] { set_ending(true);
  });
  return;
}
catch (...) {
  set_ending(false);
  tell_of_failure();
}
insist([&] {
  set_ending(true);
  import.break_off(BrokenBy::failure);
});
}  // namespace xb::exchange

// Tries until it is done or the program ends. What is in the way has been told of.
void ImportJobs::insist(const std::function<void()>& write) {
  for (;;) {
    try {
      return write();
    } catch (...) {
      set_ending(false);
      std::unique_lock lock(mutex_);
      if (changed_.wait_for(lock, try_again_every, [this] { return is_stopping_; })) return;
    }
  }
}

void ImportJobs::break_off_left(const Ground& ground) {
  try {
    return exchange::break_off_left(ground);
  } catch (...) {
    tell_of_failure();
  }
  const std::lock_guard lock(mutex_);
  start([this, ground] {
    insist([&] { exchange::break_off_left(ground); });
    free();
  });
}

std::optional<BrokenBy> ImportJobs::stopped_by() const {
  {
    const std::lock_guard lock(mutex_);
    if (is_stopping_) return BrokenBy::stop;
  }
  if (may_write_ && !may_write_()) return BrokenBy::clock;
  return {};
}

void ImportJobs::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !is_running_; });
}

void ImportJobs::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
    changed_.notify_all();
  }
  wait();
  if (thread_.joinable()) thread_.join();
}

}  // namespace xb::exchange
