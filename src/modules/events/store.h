// What the event stream reads: where the subjects of entries stand now. It writes nothing.
#pragma once

#include <map>
#include <vector>

#include "modules/events/types.h"
#include "platform/storage/transaction.h"

namespace xb::events {

// A subject of entries as listeners look at it.
struct Subject {
  What what = What::complaint;
  std::int64_t id = 0;
  Standing standing;
  Id<Unit> asked_unit_id;  // of what is asked of a unit
};
using Subjects = std::multimap<std::int64_t, Subject>;  // by the subject of the entry

// Complaints, referrals and evidence to be kept (with its case), and what is asked of units, as far
// as these subjects are any; at most 1,000 subjects. Those sealed from the line are none.
Subjects subjects(storage::Transaction& tx, const std::vector<std::int64_t>& ids, Date today);

// Units whose tasks or reminders lapsed when these cases ended.
std::vector<Id<Unit>> units_let_go(storage::Transaction& tx, std::int64_t complaint);

}  // namespace xb::events
