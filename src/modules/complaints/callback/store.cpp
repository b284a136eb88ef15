#include "modules/complaints/callback/store.h"

namespace xb::complaints {

std::vector<Callback> callbacks_in(Work& work, Id<Complaint> complaint) {
  storage::Query query = storage::Query::of<Callback>();
  query.where("complaint_id = ?", complaint).add(storage::Fragment{"ORDER BY id"});
  return sealing::find_all<Callback>(work, query);
}

}  // namespace xb::complaints
