#include "app/wall_clock.h"

#include <algorithm>
#include <ctime>

#include "platform/telemetry/log.h"

namespace xb::app {
namespace {

constexpr std::int64_t held_max_ms = 5 * 60 * 1000;
constexpr std::int64_t ahead_max_ms = 60 * 1000;
constexpr std::int64_t start_behind_max_ms = 5 * 1000;

std::int64_t milliseconds_of(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return std::int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

}  // namespace

TimeSource TimeSource::system() {
  return {[] { return milliseconds_of(CLOCK_REALTIME); },
          [] { return milliseconds_of(CLOCK_BOOTTIME); }};
}

WallClock::WallClock(TimeSource source, Instant last_entry)
    : source_(std::move(source)),
      last_ms_(last_entry.ms),
      offset_ms_(source_.wall_ms() - source_.boot_ms()) {
  is_behind_log_ = source_.wall_ms() < last_entry.ms - start_behind_max_ms;
}

// Called with the mutex held.
void WallClock::look() {
  const std::int64_t wall = source_.wall_ms();
  const std::int64_t ahead = wall - source_.boot_ms() - offset_ms_;
  const bool stopped = wall < last_ms_ - held_max_ms || ahead > ahead_max_ms;
  const bool held = wall < last_ms_;
  if (stopped && !is_stopped_)
    telemetry::log(telemetry::Severity::alarm, "clock.stepped",
                   {{"behind_ms", last_ms_ - wall}, {"ahead_ms", ahead}});
  else if (held && !is_held_)
    telemetry::log(telemetry::Severity::alarm, "clock.held", {{"behind_ms", last_ms_ - wall}});
  is_held_ = held;
  is_stopped_ = stopped;
  if (!stopped) last_ms_ = std::max(last_ms_, wall);
}

Instant WallClock::now() {
  const std::lock_guard lock(mutex_);
  look();
  return {last_ms_};
}

bool WallClock::may_write() {
  const std::lock_guard lock(mutex_);
  look();
  return !is_stopped_;
}

void WallClock::confirm() {
  const std::lock_guard lock(mutex_);
  const std::int64_t wall = source_.wall_ms();
  offset_ms_ = wall - source_.boot_ms();
  // A clock that was ahead for a while leaves stamps in the future; they stay the lower bound.
  look();
}

}  // namespace xb::app
