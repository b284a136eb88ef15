#include "modules/complaints/moving/service.h"

#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

// Where it belonged and where it belongs now.
struct Followed {
  State state = State::registered;
  IntakeKind kind = IntakeKind::complaint;
  Id<Unit> from_branch_id;
  Id<Unit> from_sub_branch_id;
  Id<Unit> from_outlet_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> from_handling_unit_id;
  Id<Unit> handling_unit_id;
  bool is_shut = false;  // kept from somebody, so no count may show it
};
BOOST_DESCRIBE_STRUCT(Followed, (),
                      (state, kind, from_branch_id, from_sub_branch_id, from_outlet_id, branch_id,
                       sub_branch_id, outlet_id, from_handling_unit_id, handling_unit_id, is_shut))

bool stands_at(const Complaint& complaint, Id<Unit> unit) {
  if (complaint.outlet_id) return complaint.outlet_id == unit;
  if (complaint.sub_branch_id) return complaint.sub_branch_id == unit;
  return complaint.branch_id == unit;
}

// What was dispatched to a unit that has closed is its successor's; so is a handler who went along.
void go_to_successor(Work& work, Complaint& complaint, const identity::PlaceChange& change) {
  complaint.handling_unit_id = change.successor_id;
  const Date today = work.zone.date(work.now);
  if (complaint.handler_id &&
      !identity::works_in(work.tx, complaint.handler_id, change.successor_id, today))
    complaint.handler_id = {};
}

}  // namespace

std::int64_t follow_unit(Work& work, const identity::PlaceChange& change, std::int64_t limit) {
  auto left = complaints_elsewhere(
      work, change.unit_id, {change.branch_id, change.sub_branch_id, change.outlet_id}, limit);
  if (change.successor_id && left.empty()) left = dispatched_to(work, change.unit_id, limit);
  for (Complaint complaint : left) {
    Followed followed{.state = complaint.state,
                      .kind = complaint.kind,
                      .from_branch_id = complaint.branch_id,
                      .from_sub_branch_id = complaint.sub_branch_id,
                      .from_outlet_id = complaint.outlet_id,
                      .branch_id = {},
                      .sub_branch_id = {},
                      .outlet_id = {},
                      .from_handling_unit_id = complaint.handling_unit_id,
                      .handling_unit_id = {},
                      .is_shut = bool{complaint.accused_id}};
    if (stands_at(complaint, change.unit_id)) {
      complaint.branch_id = change.branch_id;
      complaint.sub_branch_id = change.sub_branch_id;
      complaint.outlet_id = change.outlet_id;
    }
    if (change.successor_id && complaint.handling_unit_id == change.unit_id)
      go_to_successor(work, complaint, change);
    followed.branch_id = complaint.branch_id;
    followed.sub_branch_id = complaint.sub_branch_id;
    followed.outlet_id = complaint.outlet_id;
    followed.handling_unit_id = complaint.handling_unit_id;
    const auto key = sealing::key(work, complaint.key_id);
    if (!update(work, complaint, key) || !follow(work, complaint))
      throw storage::Failure(storage::Fault::serialization, "version", "complaints");
    evidence::append(work, "complaint.followed_unit", evidence::Subject(complaint.id, key),
                     followed);
  }
  return static_cast<std::int64_t>(left.size());
}

}  // namespace xb::complaints
