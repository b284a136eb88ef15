#include "modules/complaints/tasks/limits.h"

#include "modules/complaints/asked.h"
#include "modules/complaints/service.h"
#include "modules/complaints/tasks/store.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

// On the chain of the task.
struct LimitsBegun {
  Id<Complaint> complaint_id;
  Date due_on;
  std::vector<clocks::Change> clocks;
};
BOOST_DESCRIBE_STRUCT(LimitsBegun, (), (complaint_id, due_on, clocks))

struct LimitsEnded {
  std::vector<clocks::Change> clocks;
};
BOOST_DESCRIBE_STRUCT(LimitsEnded, (), (clocks))

identity::Standing asked_standing(const Task& task) {
  return {{task.branch_id, task.sub_branch_id, task.outlet_id},
          task.handling_unit_id,
          task.handler_id,
          task.accused_id,
          task.shut_unit_id};
}

clocks::Source source(std::string_view kind,
                      std::function<std::optional<identity::Standing>(Work&, const Task&)> where) {
  clocks::Source out;
  out.kind = kind;
  out.find = [where = std::move(where)](Work& work,
                                        std::int64_t id) -> std::optional<clocks::Card> {
    const auto task = find_asked<Task>(work, Actor::system(), {id});
    if (!task) return {};
    const auto standing = where(work, *task);
    if (!standing) return {};
    std::optional<Instant> due_at;
    if (!task->ended_at) due_at = task->due_at;
    return clocks::Card{task->complaint_number, task->key_id, *standing, due_at};
  };
  out.moved = [](Work&, std::int64_t, std::optional<Instant>) {};  // no rule moves its day
  return out;
}

}  // namespace

std::vector<clocks::Source> task_sources() {
  return {source(task_subject, [](Work&, const Task& task) { return asked_standing(task); }),
          source(awaited_task_subject,
                 [](Work& work, const Task& task) -> std::optional<identity::Standing> {
                   const auto complaint = find_complaint(work, Actor::system(), task.complaint_id);
                   if (!complaint) return {};
                   return standing_of(*complaint);
                 })};
}

Result<void> begin_limits(Work& work, const Task& task, const sealing::DataKey& key) {
  LimitsBegun begun{task.complaint_id, task.due_on, {}};
  for (const std::string_view kind : {task_subject, awaited_task_subject}) {
    auto planned = clocks::plan(work, kind, {}, {{workflow::CountsFrom::dispatched, work.now}});
    clocks::start(work, planned, task.id.number);
    begun.clocks.insert(begun.clocks.end(), planned.changes.begin(), planned.changes.end());
    for (clocks::Clock& planned_one : planned.clocks)
      begun.clocks.push_back(TRY(clocks::take_step(
          work, planned_one, [&](const workflow::Reckoned& clock, const workflow::Reckoning&) {
            return workflow::told(clock, task.due_on, work.now);
          })));
  }
  evidence::append(work, "task.begun", evidence::Subject::made_now(task.id, key), begun);
  return {};
}

Result<void> end_limits(Work& work, Id<Task> id, const sealing::DataKey& key) {
  const auto stopped = TRY(clocks::stop_all(work, id.number));
  if (stopped.changes.empty()) return {};
  evidence::append(work, "task.ended", evidence::Subject(id, key), LimitsEnded{stopped.changes});
  return {};
}

void limits_follow(Work& work, const Complaint& complaint) {
  for (const Task& task : task_rows(work, complaint.id)) {
    clocks::follow_subject(work.tx, task_subject, task.id.number, asked_standing(task));
    clocks::follow_subject(work.tx, awaited_task_subject, task.id.number, standing_of(complaint));
  }
}

}  // namespace xb::complaints
