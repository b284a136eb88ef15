#include "platform/jobs/loop.h"

#include "platform/storage/failure.h"
#include "platform/telemetry/log.h"

namespace xb::jobs {

Loop::Loop(std::string name, std::chrono::milliseconds interval, std::function<bool()> step)
    : name_(std::move(name)), interval_(interval), step_(std::move(step)) {
  thread_ = std::thread([this] { run(); });
}

Loop::~Loop() { stop(); }

void Loop::wake() {
  {
    const std::lock_guard lock(mutex_);
    is_woken_ = true;
  }
  woken_.notify_one();
}

void Loop::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  woken_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Loop::run() {
  for (;;) {
    const bool more = step_once();
    std::unique_lock lock(mutex_);
    if (!more) woken_.wait_for(lock, interval_, [&] { return is_woken_ || is_stopping_; });
    is_woken_ = false;
    if (is_stopping_) return;
  }
}

bool Loop::step_once() {
  try {
    return step_();
  } catch (...) {
    const storage::Failure failure = storage::current_failure();
    telemetry::log(telemetry::Severity::warning, "jobs.step_failed",
                   {{"job", name_},
                    {"fault", storage::name(failure.fault())},
                    {"code", failure.code()},
                    {"statement", failure.statement()}});
    return false;
  }
}

}  // namespace xb::jobs
