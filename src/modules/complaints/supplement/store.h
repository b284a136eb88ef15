// Every SQL statement on supplements. Asked only after their complaint was found in sight.
#pragma once

#include "modules/complaints/supplement/service.h"

namespace xb::complaints {

// The oldest first.
std::vector<SupplementRequest> supplement_requests(Work& work, Id<Complaint> complaint);
std::vector<Supplement> supplement_rows(Work& work, Id<Complaint> complaint);

}  // namespace xb::complaints
