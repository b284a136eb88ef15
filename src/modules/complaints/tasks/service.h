// Tasks: what a department is asked about a case, with a date of its own (分办). It answers, or
// hands the task back on a ground (退单). The limits of the case run on all the while.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// `lapsed`: the case was over first.
enum class TaskState { open, answered, handed_back, lapsed };
BOOST_DESCRIBE_ENUM(TaskState, open, answered, handed_back, lapsed)

// Why a unit does not answer; no law names the grounds.
enum class HandBackGround { not_competent, not_concerned, facts_missing };
BOOST_DESCRIBE_ENUM(HandBackGround, not_competent, not_concerned, facts_missing)

struct NewTask {
  Id<Unit> unit_id;
  std::optional<Id<Person>> handler_id;  // works in that unit; anybody there, if not told
  Note question;
  Date due_on;
};
BOOST_DESCRIBE_STRUCT(NewTask, (), (unit_id, handler_id, question, due_on))

struct TaskAnswer {
  Note answer;
};
BOOST_DESCRIBE_STRUCT(TaskAnswer, (), (answer))

struct HandBack {
  HandBackGround ground{};
  Note reason;
  std::optional<Id<Unit>> proposed_unit_id;  // whose it is instead
};
BOOST_DESCRIBE_STRUCT(HandBack, (), (ground, reason, proposed_unit_id))

struct Task {
  static constexpr std::string_view table = "tasks";
  Id<Task> id;
  Id<sealing::DataKey> key_id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  TaskState state = TaskState::open;
  Note question;
  Instant dispatched_at;
  Id<Person> dispatched_by;
  Id<Unit> from_unit_id;
  Id<Unit> handling_unit_id;  // the unit asked
  Id<Person> handler_id;
  Date due_on;
  Instant due_at;
  std::optional<Note> answer;  // or why it was handed back
  std::optional<HandBackGround> ground;
  Id<Unit> proposed_unit_id;
  std::optional<Instant> ended_at;
  Id<Person> ended_by;
  // Of the case, and whom it is kept from.
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Task, (),
                      (id, key_id, complaint_id, complaint_number, state, question, dispatched_at,
                       dispatched_by, from_unit_id, handling_unit_id, handler_id, due_on, due_at,
                       answer, ground, proposed_unit_id, ended_at, ended_by, branch_id,
                       sub_branch_id, outlet_id, accused_id, shut_unit_id, version))

struct TaskView {
  Id<Task> id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  TaskState state = TaskState::open;
  Note question;
  Instant dispatched_at;
  std::optional<Id<Person>> dispatched_by;
  std::optional<Id<Unit>> from_unit_id;
  Id<Unit> handling_unit_id;
  std::optional<Id<Person>> handler_id;
  Date due_on;
  Instant due_at;
  std::optional<Note> answer;
  std::optional<HandBackGround> ground;
  std::optional<Id<Unit>> proposed_unit_id;
  std::optional<Instant> ended_at;
  std::optional<Id<Person>> ended_by;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TaskView, (),
                      (id, complaint_id, complaint_number, state, question, dispatched_at,
                       dispatched_by, from_unit_id, handling_unit_id, handler_id, due_on, due_at,
                       answer, ground, proposed_unit_id, ended_at, ended_by, version))

// As much of the case as who is asked needs to know, masked.
struct TaskCase {
  State state = State::registered;
  std::optional<Code> business;
  std::optional<Code> cause;
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  Instant received_at;
  std::optional<Instant> due_at;
};
BOOST_DESCRIBE_STRUCT(TaskCase, (),
                      (state, business, cause, summary, description, claim, received_at, due_at))

struct TaskDetail : TaskView {
  std::optional<TaskCase> about;  // while the task is open
};
BOOST_DESCRIBE_STRUCT(TaskDetail, (TaskView), (about))

struct Tasks {
  std::vector<TaskView> items;
};
BOOST_DESCRIBE_STRUCT(Tasks, (), (items))

// Refuses with complaint.*, version.changed, unit.missing, person.missing,
// assignment.handler_elsewhere, field.empty, field.too_early or task.after_limit (later than the
// case itself is due).
Result<TaskView> dispatch(Work& work, Id<Complaint> id, const NewTask& input);

// By the handler named, or by anybody of the unit asked. Both refuse with task.missing,
// task.not_yours, task.ended, field.empty, version.changed or complaint.wrong_state.
Result<TaskView> answer_task(Work& work, Id<Task> id, const TaskAnswer& input);
// Also with unit.missing, or task.handed_back_before: a unit hands back the same case once.
Result<TaskView> hand_back(Work& work, Id<Task> id, const HandBack& input);

// Of a case. Refuses with complaint.missing.
Result<Tasks> tasks_of(Work& work, Id<Complaint> id);
// Both refuse with task.missing; the second without the case, for an act that is asked for again.
Result<TaskDetail> find_task(Work& work, Id<Task> id);
Result<TaskView> find_task_state(Work& work, Id<Task> id);
// Across cases: open ones, the first due first; with `sort=dispatched_at` all. `side=unit` shows
// those asked of the own unit, `side=cases` those about cases in sight.
Result<storage::Page<TaskView>> list_tasks(Work& work, const storage::ListRequest& request);

}  // namespace xb::complaints
