#include "modules/complaints/presence/service.h"

#include "modules/complaints/presence/store.h"
#include "modules/complaints/service.h"

namespace xb::complaints {

Result<PeoplePresent> be_present(Work& work, Id<Complaint> id, const PresenceInput& input) {
  if (!find_seen(work, id)) return refuse(Reason::missing, "complaint.missing");
  note_presence(work, id, input.doing.value_or(Doing::reading));
  return PeoplePresent{others_present(work, id)};
}

}  // namespace xb::complaints
