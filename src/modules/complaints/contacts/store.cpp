#include "modules/complaints/contacts/store.h"

namespace xb::complaints {

std::vector<Contact> contact_rows(Work& work, Id<Complaint> complaint) {
  storage::Query query = storage::Query::of<Contact>();
  query.where("complaint_id = ?", complaint);
  query.add("ORDER BY begun_at, id LIMIT 1000");
  return sealing::find_all<Contact>(work, query);
}

}  // namespace xb::complaints
