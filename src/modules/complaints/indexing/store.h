// Statements on what the search knows of complaints.
#pragma once

#include "modules/complaints/indexing/service.h"

namespace xb::complaints {

std::optional<Whereabouts> whereabouts_row(storage::Transaction& tx, Id<Complaint> id);
std::vector<FoundComplaint> found_rows(storage::Transaction& tx, const Actor& viewer,
                                       const std::vector<std::int64_t>& ids);

}  // namespace xb::complaints
