// Statements on presence.
#pragma once

#include "modules/complaints/presence/service.h"

namespace xb::complaints {

void note_presence(Work& work, Id<Complaint> complaint, Doing doing);
std::vector<Present> others_present(Work& work, Id<Complaint> complaint);

}  // namespace xb::complaints
