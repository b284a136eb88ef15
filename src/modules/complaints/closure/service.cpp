#include "modules/complaints/closure/service.h"

#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

// What the entry commits to: enough to count and to replay without the row.
struct Closed {
  State from = State::registered;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  std::optional<Note> result;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (from, branch_id, sub_branch_id, outlet_id, result))

}  // namespace

Result<ComplaintState> close(Work& work, Id<Complaint> id, const Closure& input) {
  auto opened = TRY(open(work, id));
  const State from = TRY(finish(work, opened, Action::close));
  const Complaint& complaint = opened.complaint;
  evidence::append(work, "complaint.closed", evidence::Subject(id, opened.key),
                   Closed{from, complaint.branch_id, complaint.sub_branch_id, complaint.outlet_id,
                          input.result});
  return state_of(complaint, clocks_of(work, id));
}

}  // namespace xb::complaints
