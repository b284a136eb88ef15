// How many complaints come in on each day of the demo bank, what of the thirty and of the letters
// among them, and which of them take their real steps.
#pragma once

#include <map>
#include <vector>

#include "app/demo/book.h"
#include "app/demo/days.h"

namespace xb::app::demo {

// Told once, on its day.
struct Special {
  const Original* original = nullptr;
  bool is_copy = false;
  bool is_overdue = false;
};

struct ScheduledDay {
  Date on;
  std::int64_t ordinary = 0;
  std::int64_t whole = 0;  // of the ordinary, spread over the day
  std::vector<Special> specials;
};

// Three months of a small bank, two years of a large one.
std::chrono::days span_of(std::int64_t count);

// From its first day to the one of `end`; all together are `count`.
std::vector<ScheduledDay> schedule(const Days& days, std::int64_t count, Instant end);

}  // namespace xb::app::demo
