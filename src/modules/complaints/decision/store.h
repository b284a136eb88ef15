// Statements on proposals and answers.
#pragma once

#include "modules/complaints/decision/service.h"

namespace xb::complaints {

std::vector<Proposal> proposals_in(Work& work, Id<Complaint> complaint);
std::optional<Proposal> last_proposal(Work& work, Id<Complaint> complaint);
std::vector<Answer> answers_in(Work& work, Id<Complaint> complaint);
// The case is over: a proposal that waits is not decided any more.
void end_proposals(storage::Transaction& tx, Id<Complaint> complaint);

}  // namespace xb::complaints
