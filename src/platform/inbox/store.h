// The table of the inbox and every statement on it.
#pragma once

#include "platform/inbox/types.h"
#include "platform/storage/work.h"

namespace xb::inbox {

// To the actor, to whom he stands in for, or to his unit; the newest first.
std::vector<Told> told_to(storage::Transaction& tx, const Actor& actor, std::size_t limit);
// False where he was not told such a thing.
bool remove_told(storage::Transaction& tx, const Actor& actor, Id<Told> id);

}  // namespace xb::inbox
