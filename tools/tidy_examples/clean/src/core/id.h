// What an id is.
#pragma once

namespace xb {

// Zero means none.
inline bool is_id(long number) { return number > 0; }

}  // namespace xb
