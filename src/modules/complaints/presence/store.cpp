#include "modules/complaints/presence/store.h"

namespace xb::complaints {

void note_presence(Work& work, Id<Complaint> complaint, Doing doing) {
  work.tx.execute(
      "INSERT INTO complaint_presence (complaint_id, person_id, doing, seen_at)"
      " VALUES (?, ?, ?, ?) ON CONFLICT (complaint_id, person_id)"
      " DO UPDATE SET doing = excluded.doing, seen_at = excluded.seen_at",
      complaint, work.actor.person, std::string{name_of(doing)}, work.now);
  work.tx.execute("DELETE FROM complaint_presence WHERE seen_at < ?", work.now - presence_lasts);
}

std::vector<Present> others_present(Work& work, Id<Complaint> complaint) {
  return work.tx.all<Present>(
      "SELECT complaint_presence.person_id, people.name, complaint_presence.doing,"
      " complaint_presence.seen_at FROM complaint_presence"
      " JOIN people ON people.id = complaint_presence.person_id"
      " WHERE complaint_presence.complaint_id = ? AND complaint_presence.person_id <> ?"
      " AND complaint_presence.seen_at >= ? ORDER BY people.name, people.id",
      complaint, work.actor.person, work.now - presence_lasts);
}

}  // namespace xb::complaints
