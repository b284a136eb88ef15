#include "modules/complaints/indexing/store.h"

#include "platform/storage/list.h"

namespace xb::complaints {

std::optional<Whereabouts> whereabouts_row(storage::Transaction& tx, Id<Complaint> id) {
  return tx.one<Whereabouts>(
      "SELECT branch_id, sub_branch_id, outlet_id, handling_unit_id, received_at"
      " FROM complaints WHERE id = ?",
      id);
}

std::vector<FoundComplaint> found_rows(storage::Transaction& tx, const Actor& viewer,
                                       const std::vector<std::int64_t>& ids) {
  storage::Query query{
      storage::Sql<>("SELECT id, number, kind, state, received_at FROM complaints")};
  storage::in_sight(query, ids, viewer);
  return tx.all<FoundComplaint>(query);
}

}  // namespace xb::complaints
