#include "modules/complaints/following/store.h"

namespace xb::complaints {

std::optional<Coded> coded_by_number(storage::Transaction& tx, std::string_view number) {
  return tx.one<Coded>("SELECT id, receipt_epoch FROM complaints WHERE number = ?", number);
}

std::optional<Coded> coded(storage::Transaction& tx, Id<Complaint> id) {
  return tx.one<Coded>("SELECT id, receipt_epoch FROM complaints WHERE id = ?", id);
}

}  // namespace xb::complaints
