// Every SQL statement on chases and supervision orders.
#pragma once

#include "modules/complaints/supervision/service.h"

namespace xb::complaints {

const storage::ListSpec& supervision_list();

// Of one case, which was found in sight; the oldest first, at most 1,000.
std::vector<Supervision> supervision_rows(Work& work, Id<Complaint> complaint);
// What a unit was sent and has not answered, the first due first.
std::vector<Supervision> open_supervisions(Work& work, Id<Unit> unit, std::int64_t limit);
// How often this unit was chased for this case.
std::int64_t chases(storage::Transaction& tx, Id<Complaint> complaint, Id<Unit> unit);

// They are seen where their case belongs.
void supervisions_follow(storage::Transaction& tx, const Complaint& complaint);
// The case is over: what is open lapses.
void end_supervisions(storage::Transaction& tx, Id<Complaint> complaint, Instant now);

}  // namespace xb::complaints
