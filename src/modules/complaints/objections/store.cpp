#include "modules/complaints/objections/store.h"

#include "modules/complaints/store.h"

namespace xb::complaints {
namespace {

// What goes to the unit above is its business, wherever the case itself lies; nobody sees what is
// kept from him.
storage::Restriction for_unit_of(const Actor& viewer) {
  return storage::Restriction::inside(
      "(? = 1 OR superior_id = ?) AND EXISTS (SELECT 1 FROM complaints AS its"
      " WHERE its.id = complaint_id",
      {std::int64_t{viewer.scope.level == Level::bank}, viewer.scope.unit.number},
      storage::kept_from(viewer));
}

}  // namespace

const storage::ListSpec& objection_list() {
  static const storage::ListSpec spec{
      .filters = {storage::any_of<Id<Complaint>>("complaint_id", "complaint_id"),
                  storage::any_of<AnswerObjectionState>("state", "state"),
                  storage::any_of<Id<Unit>>("unit_id", "unit_id")},
      .sorts = {{"made_at", "made_at", true, ""}},
      .indexed = {{Level::bank, "", "made_at"}},
  };
  return spec;
}

std::optional<AnswerObjection> find_objection_row(Work& work, const Actor& viewer,
                                                  Id<AnswerObjection> id) {
  return sealing::find_seen(work, id,
                            [&](storage::Query& query) { for_unit_of(viewer).narrow(query); });
}

Result<AnswerObjectionKeys> objection_page(Work& work, const Actor& viewer,
                                           const storage::ListRequest& request) {
  const auto plan =
      TRY(storage::Plan::make(objection_list(), Scope::whole_bank(), request, for_unit_of(viewer)));
  const auto keys = plan.keys(work.tx, AnswerObjection::table);
  return AnswerObjectionKeys{storage::rows_by_ids<AnswerObjection>(
                                 keys.ids,
                                 [&](const storage::Query& query) {
                                   return sealing::find_all<AnswerObjection>(work, query);
                                 }),
                             keys.next};
}

std::vector<AnswerObjection> objections_in(Work& work, Id<Complaint> complaint) {
  storage::Query query = storage::Query::of<AnswerObjection>();
  query.where("complaint_id = ?", complaint);
  query.add("ORDER BY id LIMIT 1000");
  return sealing::find_all<AnswerObjection>(work, query);
}

}  // namespace xb::complaints
