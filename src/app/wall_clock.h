// The time that commands are stamped with. Entries never go back in time, and a wall clock that
// steps is noticed: writing stops until somebody says that it is right.
#pragma once

#include <functional>
#include <mutex>

#include "core/instant.h"

namespace xb::app {

// Milliseconds of the wall, and of a clock that nobody can set and that counts through suspension.
struct TimeSource {
  std::function<std::int64_t()> wall_ms;
  std::function<std::int64_t()> boot_ms;

  static TimeSource system();
};

class WallClock {
 public:
  // `last_entry` is the newest time in the log; nothing may be stamped before it.
  WallClock(TimeSource source, Instant last_entry);

  // Never less than before: while the wall is behind by at most five minutes, time stands still.
  Instant now();

  // False while the wall is more than five minutes behind the last stamp, or ran more than a minute
  // ahead of the boot clock.
  bool may_write();

  // The wall is right as it stands.
  void confirm();

  // Whether a start is sound: the wall is not more than five seconds behind the log.
  bool is_behind_log() const { return is_behind_log_; }

 private:
  void look();

  TimeSource source_;
  std::mutex mutex_;
  std::int64_t last_ms_;
  std::int64_t offset_ms_;  // wall less boot when last confirmed
  bool is_held_ = false;
  bool is_stopped_ = false;
  bool is_behind_log_ = false;
};

}  // namespace xb::app
