#include "modules/complaints/supplement/store.h"

namespace xb::complaints {
namespace {

template <class Row>
std::vector<Row> rows_of(Work& work, Id<Complaint> complaint) {
  storage::Query query = storage::Query::of<Row>();
  query.where("complaint_id = ?", complaint);
  query.add("ORDER BY id LIMIT 1000");
  return sealing::find_all<Row>(work, query);
}

}  // namespace

std::vector<SupplementRequest> supplement_requests(Work& work, Id<Complaint> complaint) {
  return rows_of<SupplementRequest>(work, complaint);
}

std::vector<Supplement> supplement_rows(Work& work, Id<Complaint> complaint) {
  return rows_of<Supplement>(work, complaint);
}

}  // namespace xb::complaints
