#include "modules/referrals/indexing/store.h"

#include "platform/storage/list.h"

namespace xb::referrals {

std::optional<Whereabouts> whereabouts_row(storage::Transaction& tx, Id<Referral> id) {
  return tx.one<Whereabouts>(
      "SELECT branch_id, sub_branch_id, outlet_id, handling_unit_id, received_at"
      " FROM referrals WHERE id = ?",
      id);
}

std::vector<FoundReferral> found_rows(storage::Transaction& tx, const Actor& viewer,
                                      const std::vector<std::int64_t>& ids) {
  storage::Query query{
      storage::Sql<>("SELECT id, bureau, number, state, received_at FROM referrals")};
  storage::in_sight(query, ids, viewer);
  return tx.all<FoundReferral>(query);
}

}  // namespace xb::referrals
