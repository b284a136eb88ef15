// How the sweep of clocks finds complaints.
#pragma once

#include "modules/complaints/types.h"
#include "platform/clocks/sweep.h"

namespace xb::complaints {

// Each kind of intake has clocks of its own.
clocks::Source clock_source(IntakeKind kind = IntakeKind::complaint);

}  // namespace xb::complaints
