// Statements on findings and root causes.
#pragma once

#include "modules/complaints/responsibility/service.h"

namespace xb::complaints {

std::optional<ResponsibilityFinding> finding_of(Work& work, Id<Complaint> complaint);
std::optional<RootCause> cause_of(Work& work, Id<Complaint> complaint);

}  // namespace xb::complaints
