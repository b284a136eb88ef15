#include "modules/complaints/quality/store.h"

#include "modules/complaints/store.h"

namespace xb::complaints {

using storage::any_of;
using storage::Query;

void insert_doubts(Work& work, const Complaint& complaint, const std::vector<Doubt>& doubts) {
  for (const Doubt doubt : doubts)
    work.tx.insert(DoubtRow{work.new_id<DoubtRow>(), complaint.id, complaint.number, doubt,
                            complaint.received_at});
}

void delete_doubts(storage::Transaction& tx, Id<Complaint> complaint) {
  tx.execute("DELETE FROM complaint_doubts WHERE complaint_id = ?", complaint);
}

const storage::ListSpec& doubt_list() {
  static const storage::ListSpec spec{
      .filters = {any_of<Id<Complaint>>("complaint_id", "complaint_id"),
                  any_of<Doubt>("doubt", "doubt")},
      .sorts = {{"received_at", "received_at", true, ""}},
      .indexed = {{Level::bank, "", "received_at"}, {Level::bank, "doubt", "received_at"}},
  };
  return spec;
}

Result<storage::Page<DoubtRow>> doubt_page(Work& work, const storage::ListRequest& request) {
  const auto plan = TRY(
      storage::Plan::make(doubt_list(), Scope::whole_bank(), request, case_in_sight(work.actor)));
  const auto keys = plan.keys(work.tx, DoubtRow::table);
  return storage::Page<DoubtRow>{
      storage::rows_by_ids<DoubtRow>(
          keys.ids, [&](const Query& query) { return work.tx.find_all<DoubtRow>(query); }),
      keys.next};
}

std::optional<ClassCheck> class_check_of(storage::Transaction& tx, Id<Complaint> complaint) {
  return tx.find<ClassCheck>("WHERE complaint_id = ?", complaint);
}

const storage::ListSpec& class_check_list() {
  static const storage::ListSpec spec{
      .filters = {any_of<DrawnBy>("drawn_by", "drawn_by"),
                  any_of<ClassCheckState>("state", "state")},
      .sorts = {{"due_since", "drawn_at", false, "state = 'due'"},
                {"drawn_at", "drawn_at", true, ""}},
      .indexed = {{Level::bank, "", "due_since"}, {Level::bank, "", "drawn_at"}},
  };
  return spec;
}

Result<ClassCheckRows> class_check_page(Work& work, const storage::ListRequest& request) {
  const auto plan = TRY(storage::Plan::make(class_check_list(), Scope::whole_bank(), request,
                                            case_in_sight(work.actor)));
  const auto keys = plan.keys(work.tx, ClassCheck::table);
  return ClassCheckRows{
      storage::rows_by_ids<ClassCheck>(
          keys.ids, [&](const Query& query) { return work.tx.find_all<ClassCheck>(query); }),
      keys.next};
}

std::vector<ClassCheckCount> class_check_counts(Work& work) {
  Query query{storage::Sql<>("SELECT drawn_by, state, count(*) AS count FROM class_checks")};
  case_in_sight(work.actor).narrow(query);
  query.add("GROUP BY drawn_by, state ORDER BY drawn_by, state");
  return work.tx.all<ClassCheckCount>(query);
}

}  // namespace xb::complaints
