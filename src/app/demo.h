// The demo bank's complaints: invented, deterministic in everything but keys and ids.
#pragma once

#include "app/installation.h"

namespace xb::app {

// When the demo bank of so many complaints opened: before the first of them.
Instant demo_start(Instant now, Zone zone, std::int64_t count);

// Adds `count` complaints between then and now, in the order of time: most are closed or withdrawn,
// those of the last two weeks may be open, and exactly one older one is overdue. The newest two
// hundred take their real steps; each older one is brought in with one entry when it is over.
void fill_demo_bank(Installation& installation, std::int64_t count);

}  // namespace xb::app
