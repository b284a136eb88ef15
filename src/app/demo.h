// The demo bank's complaints: invented, deterministic in everything but keys and ids.
#pragma once

#include "app/installation.h"

namespace xb::app {

// Adds `count` complaints over the two years before now: most closed and brought in with one entry,
// the newest two hundred through their real steps.
void fill_demo_bank(Installation& installation, std::int64_t count);

}  // namespace xb::app
