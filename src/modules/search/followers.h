// What keeps the index: it reads the log behind what happens, so that nobody waits for it.
#pragma once

#include <string_view>

#include "platform/evidence/followers.h"

namespace xb::search {

inline constexpr std::string_view indexing_name = "search";

evidence::Follower indexing(const sealing::Keyring& keys);

}  // namespace xb::search
