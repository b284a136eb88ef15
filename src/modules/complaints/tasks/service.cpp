#include "modules/complaints/tasks/service.h"

#include "modules/complaints/asked.h"
#include "modules/complaints/assignment/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "modules/complaints/tasks/limits.h"
#include "modules/complaints/tasks/store.h"
#include "platform/evidence/log.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

struct Dispatched : Moved {
  Id<Task> task_id;
  Id<Unit> from_unit_id;
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  Date due_on;
  Note question;
};
BOOST_DESCRIBE_STRUCT(Dispatched, (Moved),
                      (task_id, from_unit_id, handling_unit_id, handler_id, due_on, question))

struct Answered : Moved {
  Id<Task> task_id;
  Id<Unit> handling_unit_id;
  Note answer;
};
BOOST_DESCRIBE_STRUCT(Answered, (Moved), (task_id, handling_unit_id, answer))

struct HandedBack : Moved {
  Id<Task> task_id;
  Id<Unit> handling_unit_id;
  HandBackGround ground{};
  std::optional<Id<Unit>> proposed_unit_id;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(HandedBack, (Moved),
                      (task_id, handling_unit_id, ground, proposed_unit_id, reason))

TaskView view_of(const Task& row) {
  return {.id = row.id,
          .complaint_id = row.complaint_id,
          .complaint_number = row.complaint_number,
          .state = row.state,
          .question = row.question,
          .dispatched_at = row.dispatched_at,
          .dispatched_by = given(row.dispatched_by),
          .from_unit_id = given(row.from_unit_id),
          .handling_unit_id = row.handling_unit_id,
          .handler_id = given(row.handler_id),
          .due_on = row.due_on,
          .due_at = row.due_at,
          .answer = row.answer,
          .ground = row.ground,
          .proposed_unit_id = given(row.proposed_unit_id),
          .ended_at = row.ended_at,
          .ended_by = given(row.ended_by),
          .version = row.version};
}

Result<void> check(Work& work, const Complaint& complaint, const NewTask& input) {
  if (is_blank(input.question.reveal())) return refuse(Reason::invalid, "field.empty", "question");
  if (!identity::find_unit(work.tx, input.unit_id))
    return refuse(Reason::invalid, "unit.missing", "unit_id");
  const Id<Person> handler = input.handler_id.value_or(Id<Person>{});
  TRY(check_conflict(work, complaint, input.unit_id, handler));
  if (handler) TRY(check_handler(work, input.unit_id, handler));
  if (input.due_on < work.zone.date(work.now))
    return refuse(Reason::invalid, "field.too_early", "due_on");
  const auto limit = clocks::running(work, complaint.id.number, "decide");
  const bool is_late = limit && work.now < limit->due_at && input.due_on > limit->due_on;
  if (is_late) return refuse(Reason::invalid, "task.after_limit", "due_on");
  return {};
}

// An open task in the hands of who acts, with its case, which he need not see otherwise.
struct OpenTask {
  Task task;
  OpenComplaint open;
};

Result<OpenTask> open_own(Work& work, Id<Task> id) {
  auto task = find_asked<Task>(work, work.actor, id);
  if (!task) return refuse(Reason::missing, "task.missing");
  TRY(check_version(work, task->version));
  const bool is_his = task->handling_unit_id == work.actor.unit &&
                      (!task->handler_id || task->handler_id == work.actor.person);
  if (!is_his) return refuse(Reason::forbidden, "task.not_yours");
  if (task->ended_at) return refuse(Reason::conflict, "task.ended");
  auto complaint = find_complaint(work, Actor::system(), task->complaint_id);
  storage::cells::expect(complaint.has_value(), "a task of no complaint");
  auto key = sealing::key(work, complaint->key_id);
  return OpenTask{std::move(*task), {std::move(*complaint), std::move(key)}};
}

Result<void> end(Work& work, OpenTask& own, TaskState state) {
  own.task.state = state;
  own.task.ended_at = work.now;
  own.task.ended_by = work.actor.person;
  TRY(sealing::update(work, own.task, own.open.key));
  return end_limits(work, own.task.id, own.open.key);
}

// Whoever is asked sees his task, and whoever sees a case all tasks of it.
std::optional<Task> find_seen_task(Work& work, Id<Task> id) {
  if (auto asked = find_asked<Task>(work, work.actor, id)) return asked;
  auto row = find_asked<Task>(work, Actor::system(), id);
  if (row && !find_complaint(work, work.actor, row->complaint_id)) row.reset();
  return row;
}

}  // namespace

Result<TaskView> dispatch(Work& work, Id<Complaint> id, const NewTask& input) {
  auto opened = TRY(open(work, id));
  const Complaint& complaint = opened.complaint;
  TRY(after(complaint.state, Action::dispatch));
  TRY(check(work, complaint, input));
  const Task task{.id = work.new_id<Task>(),
                  .key_id = complaint.key_id,
                  .complaint_id = id,
                  .complaint_number = complaint.number,
                  .question = input.question,
                  .dispatched_at = work.now,
                  .dispatched_by = work.actor.person,
                  .from_unit_id = work.actor.unit,
                  .handling_unit_id = input.unit_id,
                  .handler_id = input.handler_id.value_or(Id<Person>{}),
                  .due_on = input.due_on,
                  .due_at = end_of(input.due_on, work.zone),
                  .branch_id = complaint.branch_id,
                  .sub_branch_id = complaint.sub_branch_id,
                  .outlet_id = complaint.outlet_id,
                  .accused_id = complaint.accused_id,
                  .shut_unit_id = complaint.shut_unit_id};
  sealing::insert(work, task, opened.key);
  TRY(begin_limits(work, task, opened.key));
  const Moved moved = TRY(advance(work, opened, Action::dispatch));
  evidence::append(work, "complaint.task_dispatched", evidence::Subject(id, opened.key),
                   Dispatched{moved, task.id, task.from_unit_id, task.handling_unit_id,
                              task.handler_id, task.due_on, task.question});
  return view_of(task);
}

Result<TaskView> answer_task(Work& work, Id<Task> id, const TaskAnswer& input) {
  if (is_blank(input.answer.reveal())) return refuse(Reason::invalid, "field.empty", "answer");
  auto own = TRY(open_own(work, id));
  own.task.answer = input.answer;
  TRY(end(work, own, TaskState::answered));
  const Moved moved = TRY(advance(work, own.open, Action::answer_task));
  evidence::append(work, "complaint.task_answered",
                   evidence::Subject(own.task.complaint_id, own.open.key),
                   Answered{moved, id, own.task.handling_unit_id, input.answer});
  return view_of(own.task);
}

Result<TaskView> hand_back(Work& work, Id<Task> id, const HandBack& input) {
  if (is_blank(input.reason.reveal())) return refuse(Reason::invalid, "field.empty", "reason");
  auto own = TRY(open_own(work, id));
  Task& task = own.task;
  if (input.proposed_unit_id && !identity::find_unit(work.tx, *input.proposed_unit_id))
    return refuse(Reason::invalid, "unit.missing", "proposed_unit_id");
  if (hand_backs(work.tx, task.complaint_id, task.handling_unit_id) > 0)
    return refuse(Reason::conflict, "task.handed_back_before");
  task.answer = input.reason;
  task.ground = input.ground;
  task.proposed_unit_id = input.proposed_unit_id.value_or(Id<Unit>{});
  TRY(end(work, own, TaskState::handed_back));
  const Moved moved = TRY(advance(work, own.open, Action::hand_back_task));
  evidence::append(work, "complaint.task_handed_back",
                   evidence::Subject(task.complaint_id, own.open.key),
                   HandedBack{moved, id, task.handling_unit_id, input.ground,
                              input.proposed_unit_id, input.reason});
  return view_of(task);
}

Result<Tasks> tasks_of(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  Tasks out;
  for (const Task& row : task_rows(work, id)) out.items.push_back(view_of(row));
  return out;
}

Result<TaskDetail> find_task(Work& work, Id<Task> id) {
  const auto task = find_seen_task(work, id);
  if (!task) return refuse(Reason::missing, "task.missing");
  TaskDetail out{view_of(*task), {}};
  if (task->ended_at) return out;
  auto complaint = find_complaint(work, Actor::system(), task->complaint_id);
  storage::cells::expect(complaint.has_value(), "a task of no complaint");
  out.about = TaskCase{complaint->state,       complaint->business,    complaint->cause,
                       complaint->summary,     complaint->description, complaint->claim,
                       complaint->received_at, complaint->due_at};
  return out;
}

Result<TaskView> find_task_state(Work& work, Id<Task> id) {
  const auto task = find_seen_task(work, id);
  if (!task) return refuse(Reason::missing, "task.missing");
  return view_of(*task);
}

Result<storage::Page<TaskView>> list_tasks(Work& work, const storage::ListRequest& request) {
  const auto found = TRY(page_of_asked<Task>(work, task_list(), request));
  storage::Page<TaskView> out{{}, found.next_cursor};
  for (const Task& row : found.rows) out.items.push_back(view_of(row));
  return out;
}

}  // namespace xb::complaints
