#include "modules/complaints/supervision/store.h"

namespace xb::complaints {

using storage::any_of;
using storage::compared;

const storage::ListSpec& supervision_list() {
  static const storage::ListSpec spec{
      .filters =
          {
              any_of<Id<Complaint>>("complaint_id", "complaint_id"),
              compared<Instant>("due_before", "due_at < ?"),
              any_of<Id<Unit>>("handling_unit_id", "handling_unit_id"),
              any_of<SupervisionKind>("kind", "kind"),
              any_of<SupervisionState>("state", "state"),
          },
      .sorts =
          {
              {"due_at", "due_at", false, "ended_at IS NULL"},
              {"sent_at", "sent_at", true, ""},
          },
      .indexed =
          {
              {Level::bank, "", "due_at"},
              {Level::bank, "due_before", "due_at"},
              {Level::bank, "handling_unit_id", "due_at"},
              {Level::branch, "", "due_at"},
              {Level::department, "", "due_at"},
              {Level::bank, "", "sent_at"},
              {Level::bank, "handling_unit_id", "sent_at"},
              {Level::department, "", "sent_at"},
          },
  };
  return spec;
}

std::vector<Supervision> supervision_rows(Work& work, Id<Complaint> complaint) {
  storage::Query query = storage::Query::of<Supervision>();
  query.where("complaint_id = ?", complaint);
  query.add("ORDER BY id LIMIT 1000");
  return sealing::find_all<Supervision>(work, query);
}

std::vector<Supervision> open_supervisions(Work& work, Id<Unit> unit, std::int64_t limit) {
  storage::Query query = storage::Query::of<Supervision>();
  query.where("handling_unit_id = ?", unit);
  query.where("ended_at IS NULL");
  query.add("ORDER BY due_at, id LIMIT ?", limit);
  return sealing::find_all<Supervision>(work, query);
}

std::int64_t chases(storage::Transaction& tx, Id<Complaint> complaint, Id<Unit> unit) {
  return tx
      .one<std::int64_t>(
          "SELECT count(*) FROM supervisions WHERE complaint_id = ? AND handling_unit_id = ?"
          " AND kind = ?",
          complaint, unit, SupervisionKind::chase)
      .value_or(0);
}

void supervisions_follow(storage::Transaction& tx, const Complaint& complaint) {
  tx.execute(
      "UPDATE supervisions SET branch_id = ?, sub_branch_id = ?, outlet_id = ?, accused_id = ?,"
      " shut_unit_id = ?,"
      " version = version + 1 WHERE complaint_id = ?",
      complaint.branch_id, complaint.sub_branch_id, complaint.outlet_id, complaint.accused_id,
      complaint.shut_unit_id, complaint.id);
}

void end_supervisions(storage::Transaction& tx, Id<Complaint> complaint, Instant now) {
  tx.execute(
      "UPDATE supervisions SET state = ?, ended_at = ?, version = version + 1"
      " WHERE complaint_id = ? AND ended_at IS NULL",
      SupervisionState::lapsed, now, complaint);
}

}  // namespace xb::complaints
