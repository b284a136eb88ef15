#include "modules/complaints/decision/store.h"

namespace xb::complaints {
namespace {

template <class Row>
std::vector<Row> all_of(Work& work, Id<Complaint> complaint) {
  storage::Query query = storage::Query::of<Row>();
  query.where("complaint_id = ?", complaint).add(storage::Fragment{"ORDER BY id"});
  return sealing::find_all<Row>(work, query);
}

}  // namespace

std::vector<Proposal> proposals_in(Work& work, Id<Complaint> complaint) {
  return all_of<Proposal>(work, complaint);
}

std::optional<Proposal> last_proposal(Work& work, Id<Complaint> complaint) {
  return sealing::find<Proposal>(work, "WHERE complaint_id = ? ORDER BY id DESC LIMIT 1",
                                 complaint);
}

std::vector<Answer> answers_in(Work& work, Id<Complaint> complaint) {
  return all_of<Answer>(work, complaint);
}

void end_proposals(storage::Transaction& tx, Id<Complaint> complaint) {
  tx.execute(
      "UPDATE proposals SET state = ?, version = version + 1 WHERE complaint_id = ? AND state = ?",
      ProposalState::ended, complaint, ProposalState::waiting);
}

}  // namespace xb::complaints
