// How much of the staff one file may dismiss. Pure.
#pragma once

#include <cstddef>

namespace xb::staffing {

// Of so many people, how many a whole file may leave out: more than that is a file that was cut off
// or is another bank's (data/identity/lists.toml).
std::size_t leavers_max(std::size_t people);

}  // namespace xb::staffing
