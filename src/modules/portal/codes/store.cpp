#include "modules/portal/codes/store.h"

namespace xb::portal {

std::vector<CodeRow> codes_since(storage::Transaction& tx, Id<complaints::Complaint> id,
                                 Instant since) {
  return tx.find_all<CodeRow>("WHERE complaint_id = ? AND made_at > ? ORDER BY id DESC", id, since);
}

std::optional<CodeRow> last_code(storage::Transaction& tx, Id<complaints::Complaint> id,
                                 BindingAct act) {
  return tx.find<CodeRow>("WHERE complaint_id = ? AND act = ? ORDER BY id DESC LIMIT 1", id, act);
}

std::int64_t erase_codes_before(storage::Transaction& tx, Instant before) {
  return tx.execute("DELETE FROM portal_codes WHERE made_at < ?", before);
}

}  // namespace xb::portal
