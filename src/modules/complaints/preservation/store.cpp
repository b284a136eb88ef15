#include "modules/complaints/preservation/store.h"

#include "platform/clocks/store.h"

namespace xb::complaints {
namespace {

using storage::Query;

std::vector<std::int64_t> ids_of(Work& work, Id<Complaint> id) {
  Query query{storage::Sql<>("SELECT id FROM preservations")};
  query.where("complaint_id = ?", id);
  query.add("ORDER BY id");
  return work.tx.all<std::int64_t>(query);
}

}  // namespace

void insert(Work& work, const Preservation& item, const sealing::DataKey& key) {
  sealing::insert(work, item, key);
}

Result<void> update(Work& work, Preservation& item, const sealing::DataKey& key) {
  return sealing::update(work, item, key);
}

std::optional<Preservation> find_preservation(Work& work, const Actor& viewer,
                                              Id<Preservation> id) {
  return sealing::find_seen(work, id, [&](Query& query) { storage::in_sight(query, viewer); });
}

const storage::ListSpec& preservation_list() {
  using storage::any_of;
  using storage::compared;
  static const storage::ListSpec spec{
      .filters =
          {
              any_of<Id<Complaint>>("complaint_id", "complaint_id"),
              compared<Instant>("gone_before", "gone_at < ?"),
              any_of<EvidenceKind>("kind", "kind"),
              any_of<Id<Unit>>("outlet_id", "outlet_id"),
              any_of<PreservationState>("state", "state"),
          },
      .sorts =
          {
              {"gone_at", "gone_at", false, "state = 'requested'"},
              {"requested_at", "requested_at", true, ""},
          },
      .indexed =
          {
              {Level::bank, "", "gone_at"},
              {Level::bank, "gone_before", "gone_at"},
              {Level::branch, "", "gone_at"},
              {Level::sub_branch, "", "gone_at"},
              {Level::outlet, "", "gone_at"},
              {Level::bank, "", "requested_at"},
              {Level::bank, "complaint_id", "requested_at"},
          },
  };
  return spec;
}

Result<PreservationPage> preservations(Work& work, const Actor& viewer,
                                       const storage::ListRequest& request) {
  const auto plan = TRY(
      storage::Plan::make(preservation_list(), viewer.scope, request, storage::kept_from(viewer)));
  const auto keys = plan.keys(work.tx, Preservation::table);
  auto rows = storage::rows_by_ids<Preservation>(
      keys.ids, [&](const Query& query) { return sealing::find_all<Preservation>(work, query); });
  return PreservationPage{std::move(rows), keys.next};
}

void follow_preservations(Work& work, Id<Complaint> complaint, const identity::Standing& at) {
  const auto ids = ids_of(work, complaint);
  if (ids.empty()) return;
  work.tx.execute(
      "UPDATE preservations SET branch_id = ?, sub_branch_id = ?, outlet_id = ?,"
      " handling_unit_id = ?, accused_id = ?, shut_unit_id = ?, version = version + 1"
      " WHERE complaint_id = ?",
      at.place.branch_id, at.place.sub_branch_id, at.place.outlet_id, at.handling_unit_id,
      at.accused_id, at.shut_unit_id, complaint);
  for (const std::int64_t id : ids) clocks::follow_subject(work.tx, id, at);
}

void erase_preservations(Work& work, Id<Complaint> id) {
  for (const std::int64_t item : ids_of(work, id)) clocks::erase_of(work.tx, item);
  work.tx.execute("DELETE FROM preservations WHERE complaint_id = ?", id);
}

}  // namespace xb::complaints
