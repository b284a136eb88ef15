// Every SQL statement on tasks.
#pragma once

#include "modules/complaints/tasks/service.h"

namespace xb::complaints {

const storage::ListSpec& task_list();

// Of one case, which was found in sight; the oldest first, at most 1,000.
std::vector<Task> task_rows(Work& work, Id<Complaint> complaint);
// What a unit was asked and has not answered, the first due first.
std::vector<Task> open_tasks(Work& work, Id<Unit> unit, std::int64_t limit);

// How often tasks of this case were handed back; by this unit, if one is named.
std::int64_t hand_backs(storage::Transaction& tx, Id<Complaint> complaint);
std::int64_t hand_backs(storage::Transaction& tx, Id<Complaint> complaint, Id<Unit> unit);

// Tasks are seen where their case belongs, and kept from whom it is kept from.
void tasks_follow(storage::Transaction& tx, const Complaint& complaint);
// The case is over: what is open lapses. Returns which that was.
std::vector<std::int64_t> end_tasks(storage::Transaction& tx, Id<Complaint> complaint, Instant now);

}  // namespace xb::complaints
