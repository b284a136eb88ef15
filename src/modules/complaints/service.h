// What the steps of this module share: opening a complaint for a command, and how it is shown.
#pragma once

#include <vector>

#include "modules/complaints/store.h"
#include "modules/complaints/types.h"
#include "platform/clocks/service.h"

namespace xb::complaints {

// Stores a new complaint and gives it its id and its number. The serials of a day come round after
// 10,000,000 ids, several of which go with each complaint: an id whose number is taken stays
// unused. Throws Failure (`numbers`) where hardly any number of the day is left.
void insert_numbered(Work& work, Complaint& complaint, const sealing::DataKey& key);

// A complaint that may be acted on, with the key of its case.
struct OpenComplaint {
  Complaint complaint;
  sealing::DataKey key;
};

// Refuses with complaint.missing (also out of scope) or version.changed (If-Match).
Result<OpenComplaint> open(Work& work, Id<Complaint> id);

// Takes an action as the lifecycle allows and stores the complaint. Refuses with
// complaint.wrong_state.
Result<Moved> advance(Work& work, OpenComplaint& open, Action action);
// The same for an action that ends it: its clocks stop, and nothing is asked of anybody any more.
Result<Moved> finish(Work& work, OpenComplaint& open, Action action);

// What a complaint's clocks are called after in tables and rules.
inline constexpr std::string_view clock_subject = "complaint";

// What rules of limits may ask of a complaint.
workflow::Facts facts_of(const Complaint& complaint);

ComplaintState state_of(Work& work, const Complaint& complaint,
                        const std::vector<clocks::Clock>& clocks);
ComplaintState state_of(Work& work, const Complaint& complaint);

// The state of one complaint, for an action that is asked for again. Refuses with
// complaint.missing.
Result<ComplaintState> find_state(Work& work, Id<Complaint> id);

std::vector<ClockView> views_of(Work& work, const std::vector<clocks::Clock>& clocks);

}  // namespace xb::complaints
