// How many complaints come in on each day of the demo bank, what of the thirty, of the letters and
// of the late ones among them, and which of them take their real steps.
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
  bool is_late = false;  // answered after its limit
};

struct ScheduledDay {
  Date on;
  std::int64_t ordinary = 0;
  std::int64_t whole = 0;   // of the ordinary, spread over the day
  std::int64_t beside = 0;  // what is no complaint, mostly questions
  std::vector<Special> specials;
};

constexpr std::int64_t beside_from = 200;  // a smaller bank has complaints only

// Three months of a small bank, two years of a large one.
std::chrono::days span_of(std::int64_t count);

// From its first day to the one of `end`; all together are `count`.
std::vector<ScheduledDay> schedule(const Days& days, std::int64_t count, Instant end);

}  // namespace xb::app::demo
