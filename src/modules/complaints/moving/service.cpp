#include "modules/complaints/moving/service.h"

#include "modules/complaints/store.h"
#include "modules/complaints/supervision/store.h"
#include "modules/complaints/tasks/store.h"
#include "platform/clocks/store.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

// Where it belonged and where it belongs now.
struct Followed {
  State state = State::registered;
  Id<Unit> from_branch_id;
  Id<Unit> from_sub_branch_id;
  Id<Unit> from_outlet_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  bool is_shut = false;  // kept from somebody, so no count may show it
};
BOOST_DESCRIBE_STRUCT(Followed, (),
                      (state, from_branch_id, from_sub_branch_id, from_outlet_id, branch_id,
                       sub_branch_id, outlet_id, is_shut))

}  // namespace

std::int64_t follow_unit(Work& work, const identity::PlaceChange& change, std::int64_t limit) {
  const auto left = complaints_elsewhere(
      work, change.unit_id, {change.branch_id, change.sub_branch_id, change.outlet_id}, limit);
  for (Complaint complaint : left) {
    const Followed followed{complaint.state,     complaint.branch_id,       complaint.sub_branch_id,
                            complaint.outlet_id, change.branch_id,          change.sub_branch_id,
                            change.outlet_id,    bool{complaint.accused_id}};
    complaint.branch_id = change.branch_id;
    complaint.sub_branch_id = change.sub_branch_id;
    complaint.outlet_id = change.outlet_id;
    const auto key = sealing::key(work, complaint.key_id);
    if (!update(work, complaint, key))
      throw storage::Failure(storage::Fault::serialization, "version", "complaints");
    clocks::follow_subject(work.tx, complaint.id.number,
                           {complaint.branch_id, complaint.sub_branch_id, complaint.outlet_id},
                           complaint.handling_unit_id);
    tasks_follow(work.tx, complaint);
    supervisions_follow(work.tx, complaint);
    evidence::append(work, "complaint.followed_unit", evidence::Subject(complaint.id, key),
                     followed);
  }
  return static_cast<std::int64_t>(left.size());
}

}  // namespace xb::complaints
