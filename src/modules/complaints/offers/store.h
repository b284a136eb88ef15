// Every SQL statement on offers.
#pragma once

#include "modules/complaints/offers/service.h"

namespace xb::complaints {

// Of one case, which was found in sight; the oldest first.
std::vector<Offer> offer_rows(Work& work, Id<Complaint> complaint);
// Whose case has still to be found in sight.
std::optional<Offer> offer_row(Work& work, Id<Offer> id);
// The case is over: what is open lapses.
void end_offers(storage::Transaction& tx, Id<Complaint> complaint, Instant now);

}  // namespace xb::complaints
