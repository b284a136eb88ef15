// Statements on what the search knows of referrals.
#pragma once

#include "modules/referrals/indexing/service.h"

namespace xb::referrals {

std::optional<Whereabouts> whereabouts_row(storage::Transaction& tx, Id<Referral> id);
std::vector<FoundReferral> found_rows(storage::Transaction& tx, const Actor& viewer,
                                      const std::vector<std::int64_t>& ids);

}  // namespace xb::referrals
