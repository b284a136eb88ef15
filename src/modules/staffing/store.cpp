#include "modules/staffing/store.h"

namespace xb::staffing {

std::vector<Posted> posted_on(storage::Transaction& tx, Date day) {
  return tx.all<Posted>(
      "SELECT people.id, people.staff_no, people.login, people.name,"
      " people.identity_number_index, people.status,"
      " COALESCE(appointments.post, ''), appointments.unit_id,"
      " COALESCE(appointments.duty, 'none') FROM people"
      " LEFT JOIN appointments ON appointments.person_id = people.id"
      " AND appointments.kind = 'main' AND appointments.since_on <= ?"
      " AND (appointments.until_on IS NULL OR appointments.until_on >= ?) ORDER BY people.id",
      day, day);
}

std::vector<Planned> planned_after(storage::Transaction& tx, Date day) {
  return tx.all<Planned>(
      "SELECT person_id, post, unit_id, since_on FROM appointments"
      " WHERE kind = 'main' AND since_on > ? AND (until_on IS NULL OR until_on >= since_on)",
      day);
}

}  // namespace xb::staffing
