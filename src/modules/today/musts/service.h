// What must be done today, in the order of what is lost where nobody does it.
#pragma once

#include "core/result.h"
#include "modules/today/store.h"
#include "platform/approvals/service.h"

namespace xb::today {

// The instants after the ends of what the desk looks to.
struct Horizon {
  Instant after_now;  // the first that is not yet overdue
  Instant after_today;
  Instant after_soon;  // the third day from today
  Instant after_week;  // seven days, today being the first
};
Horizon horizon_of(Instant now, Zone zone);

// What waits for the word of whoever asks, the longest first, at most `counted_max`.
struct Waiting {
  std::vector<approvals::ApprovalItem> items;
  bool is_more = false;
};
Result<Waiting> waiting(Work& work);

// What numbers and musts are both taken from.
struct Coming {
  Hits overdue;  // cases
  Hits cases;    // due from now on, within the week
  Waiting approvals;
};

Musts musts(Work& work, const May& may, const Coming& coming);

}  // namespace xb::today
