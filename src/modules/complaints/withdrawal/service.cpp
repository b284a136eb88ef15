#include "modules/complaints/withdrawal/service.h"

#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

// What the entry commits to: enough to count and to replay without the row.
struct Withdrawn {
  State from = State::registered;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Proof proof{};
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (from, branch_id, sub_branch_id, outlet_id, proof, reason))

}  // namespace

Result<ComplaintState> withdraw(Work& work, Id<Complaint> id, const Withdrawal& input) {
  auto opened = TRY(open(work, id));
  const State from = TRY(finish(work, opened, Action::withdraw));
  const Complaint& complaint = opened.complaint;
  evidence::append(work, "complaint.withdrawn", evidence::Subject(id, opened.key),
                   Withdrawn{from, complaint.branch_id, complaint.sub_branch_id,
                             complaint.outlet_id, input.proof, input.reason});
  return state_of(complaint, clocks_of(work, id));
}

}  // namespace xb::complaints
