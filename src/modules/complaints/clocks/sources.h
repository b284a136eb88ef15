// How the sweep of clocks finds complaints.
#pragma once

#include "platform/clocks/sweep.h"

namespace xb::complaints {

clocks::Source clock_source();

}  // namespace xb::complaints
