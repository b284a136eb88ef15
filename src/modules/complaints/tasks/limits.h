// The dates of tasks as limits that run: the unit asked is told before its day and after, and so is
// whoever waits for the answer. Both clocks stand on the chain of the task.
#pragma once

#include "modules/complaints/tasks/service.h"
#include "platform/clocks/sweep.h"

namespace xb::complaints {

// What is told to the unit asked, and what to whoever handles the case.
inline constexpr std::string_view task_subject = "task";
inline constexpr std::string_view awaited_task_subject = "awaited_task";

std::vector<clocks::Source> task_sources();

// For a task that was just stored; leaves an entry on it.
Result<void> begin_limits(Work& work, const Task& task, const sealing::DataKey& key);
// It is answered, handed back or lapsed. One of before tasks had limits has none to end.
Result<void> end_limits(Work& work, Id<Task> id, const sealing::DataKey& key);
// The tasks of a case are told of where the case stands now.
void limits_follow(Work& work, const Complaint& complaint);

}  // namespace xb::complaints
