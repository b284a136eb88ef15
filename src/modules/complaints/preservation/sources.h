// How the sweep of clocks finds evidence that is to be kept.
#pragma once

#include "platform/clocks/sweep.h"

namespace xb::complaints {

// What its clocks are called after in tables and rules.
inline constexpr std::string_view preservation_subject = "preservation";

clocks::Source preservation_source();

}  // namespace xb::complaints
