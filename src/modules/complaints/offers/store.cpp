#include "modules/complaints/offers/store.h"

namespace xb::complaints {

std::vector<Offer> offer_rows(Work& work, Id<Complaint> complaint) {
  storage::Query query = storage::Query::of<Offer>();
  query.where("complaint_id = ?", complaint);
  query.add("ORDER BY id LIMIT 1000");
  return sealing::find_all<Offer>(work, query);
}

std::optional<Offer> offer_row(Work& work, Id<Offer> id) {
  return sealing::find<Offer>(work, "WHERE id = ?", id);
}

void end_offers(storage::Transaction& tx, Id<Complaint> complaint, Instant now) {
  tx.execute(
      "UPDATE offers SET state = ?, settled_at = ?, version = version + 1"
      " WHERE complaint_id = ? AND settled_at IS NULL",
      OfferState::lapsed, now, complaint);
}

}  // namespace xb::complaints
