#include "modules/complaints/responsibility/store.h"

namespace xb::complaints {

std::optional<ResponsibilityFinding> finding_of(Work& work, Id<Complaint> complaint) {
  return sealing::find<ResponsibilityFinding>(work, "WHERE complaint_id = ?", complaint);
}

std::optional<RootCause> cause_of(Work& work, Id<Complaint> complaint) {
  return sealing::find<RootCause>(work, "WHERE complaint_id = ?", complaint);
}

}  // namespace xb::complaints
