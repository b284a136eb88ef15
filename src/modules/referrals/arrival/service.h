// What comes in from a bureau, row by row of its list: kept once by the bureau and its number, with
// the limits that run from then on.
#pragma once

#include "modules/referrals/types.h"
#include "platform/exchange/import.h"
#include "platform/storage/work.h"

namespace xb::referrals {

// Of input that passed `check`.
Id<Referral> receive(Work& work, const NewReferral& input);

// What exchange/ needs to import lists; `zone` is that of the mapping that reads the days.
exchange::Target import_target(Zone zone = {});

}  // namespace xb::referrals
