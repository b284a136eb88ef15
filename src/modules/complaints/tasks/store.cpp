#include "modules/complaints/tasks/store.h"

namespace xb::complaints {

using storage::any_of;
using storage::compared;
using storage::Query;

const storage::ListSpec& task_list() {
  static const storage::ListSpec spec{
      .filters =
          {
              any_of<Id<Complaint>>("complaint_id", "complaint_id"),
              compared<Instant>("due_before", "due_at < ?"),
              any_of<Id<Unit>>("from_unit_id", "from_unit_id"),
              any_of<Id<Person>>("handler_id", "handler_id"),
              any_of<Id<Unit>>("handling_unit_id", "handling_unit_id"),
              any_of<TaskState>("state", "state"),
          },
      .sorts =
          {
              {"due_at", "due_at", false, "ended_at IS NULL"},
              {"dispatched_at", "dispatched_at", true, ""},
          },
      .indexed =
          {
              {Level::bank, "", "due_at"},
              {Level::bank, "due_before", "due_at"},
              {Level::bank, "handling_unit_id", "due_at"},
              {Level::branch, "", "due_at"},
              {Level::branch, "due_before", "due_at"},
              {Level::department, "", "due_at"},
              {Level::department, "due_before", "due_at"},
              {Level::bank, "", "dispatched_at"},
              {Level::bank, "handling_unit_id", "dispatched_at"},
              {Level::department, "", "dispatched_at"},
          },
  };
  return spec;
}

std::vector<Task> task_rows(Work& work, Id<Complaint> complaint) {
  Query query = Query::of<Task>();
  query.where("complaint_id = ?", complaint);
  query.add("ORDER BY id LIMIT 1000");
  return sealing::find_all<Task>(work, query);
}

std::vector<Task> open_tasks(Work& work, Id<Unit> unit, std::int64_t limit) {
  Query query = Query::of<Task>();
  query.where("handling_unit_id = ?", unit);
  query.where("ended_at IS NULL");
  query.add("ORDER BY due_at, id LIMIT ?", limit);
  return sealing::find_all<Task>(work, query);
}

std::int64_t hand_backs(storage::Transaction& tx, Id<Complaint> complaint) {
  return tx
      .one<std::int64_t>("SELECT count(*) FROM tasks WHERE complaint_id = ? AND state = ?",
                         complaint, TaskState::handed_back)
      .value_or(0);
}

std::int64_t hand_backs(storage::Transaction& tx, Id<Complaint> complaint, Id<Unit> unit) {
  return tx
      .one<std::int64_t>(
          "SELECT count(*) FROM tasks WHERE complaint_id = ? AND state = ?"
          " AND handling_unit_id = ?",
          complaint, TaskState::handed_back, unit)
      .value_or(0);
}

void tasks_follow(storage::Transaction& tx, const Complaint& complaint) {
  tx.execute(
      "UPDATE tasks SET branch_id = ?, sub_branch_id = ?, outlet_id = ?, accused_id = ?,"
      " shut_unit_id = ?, version = version + 1"
      " WHERE complaint_id = ?",
      complaint.branch_id, complaint.sub_branch_id, complaint.outlet_id, complaint.accused_id,
      complaint.shut_unit_id, complaint.id);
}

std::vector<std::int64_t> end_tasks(storage::Transaction& tx, Id<Complaint> complaint,
                                    Instant now) {
  auto out = tx.all<std::int64_t>(
      "SELECT id FROM tasks WHERE complaint_id = ? AND ended_at IS NULL ORDER BY id", complaint);
  if (!out.empty())
    tx.execute(
        "UPDATE tasks SET state = ?, ended_at = ?, version = version + 1"
        " WHERE complaint_id = ? AND ended_at IS NULL",
        TaskState::lapsed, now, complaint);
  return out;
}

}  // namespace xb::complaints
