// What follows complaints in the log inside this module: counts by unit and state.
#pragma once

#include <string_view>

#include "platform/evidence/followers.h"

namespace xb::complaints {

inline constexpr std::string_view counting_name = "complaint_counts";

evidence::Follower counting();

}  // namespace xb::complaints
