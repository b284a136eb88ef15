// Statements on callbacks.
#pragma once

#include "modules/complaints/callback/service.h"

namespace xb::complaints {

std::vector<Callback> callbacks_in(Work& work, Id<Complaint> complaint);

}  // namespace xb::complaints
