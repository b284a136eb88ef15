// The demo bank's complaints: invented, and the same for the same number and end in everything but
// keys and ids.
#pragma once

#include "app/installation.h"

namespace xb::app {

// When the demo bank of so many complaints opened: before the first of them.
Instant demo_start(Instant now, Zone zone, std::int64_t count);

// Adds `count` complaints between then and `now`, in the order of time, and consultations and the
// like beside them, of a large bank ten times as many through its last year. Those of the last six
// months, at most some 1,800, take their real steps by the people of the bank, as far as they have
// come; each older one is brought in when it is over.
void fill_demo_bank(Installation& installation, std::int64_t count, Instant now);

}  // namespace xb::app
