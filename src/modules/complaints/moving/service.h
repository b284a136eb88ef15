// Cases follow the unit they belong to when it moves or closes, so that scope stays an index
// prefix.
#pragma once

#include "modules/complaints/service.h"
#include "platform/identity/organisation/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// Rewrites the place of at most `limit` cases of the unit, and where it has closed, who handles
// those that were dispatched to it, and who is asked what it was asked; each with an entry; 0 if
// none was left. Safe to repeat.
std::int64_t follow_unit(Work& work, const identity::PlaceChange& change, std::int64_t limit);

// A case that no unit had goes to `place`, with an entry. Whoever calls stores it.
void belong_to(Work& work, OpenComplaint& open, const Place& place);

}  // namespace xb::complaints
