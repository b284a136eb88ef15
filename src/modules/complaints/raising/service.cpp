#include "modules/complaints/raising/service.h"

#include <algorithm>

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/rules.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

struct Raised : Moved {
  RaisingGround ground{};
  std::optional<Id<Complaint>> earlier_id;
  Id<Unit> handling_unit_id;
  Id<Person> leader_id;
  Id<Person> handler_id;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Raised, (Moved),
                      (ground, earlier_id, handling_unit_id, leader_id, handler_id, reason))

// Where the case is handled now: by the unit that has it, else where it belongs.
Level level_of(Work& work, const Complaint& complaint) {
  if (const auto unit = identity::find_unit(work.tx, complaint.handling_unit_id))
    return unit->level;
  if (complaint.outlet_id) return Level::outlet;
  if (complaint.sub_branch_id) return Level::sub_branch;
  return complaint.branch_id ? Level::branch : Level::bank;
}

Result<void> check_leader(Work& work, const Complaint& complaint, Level level, Id<Person> leader) {
  if (!identity::find_colleague(work.tx, leader))
    return refuse(Reason::invalid, "person.missing", "leader_id");
  const Date today = work.zone.date(work.now);
  TRY(check_conflict(work, complaint, identity::main_unit_of(work.tx, leader, today), leader));
  for (const auto& one : identity::appointments_of(work.tx, leader, today)) {
    if (one.duty != identity::Duty::head || !identity::is_valid_on(one, today)) continue;
    const auto unit = identity::find_unit(work.tx, one.unit_id);
    if (unit && unit->level <= level) return {};
  }
  return refuse(Reason::invalid, "raising.not_a_leader", "leader_id");
}

Result<void> check(Work& work, const Complaint& complaint, const Raising& input) {
  if (is_blank(input.reason.reveal())) return refuse(Reason::invalid, "field.empty", "reason");
  if (input.ground == RaisingGround::repeated || input.earlier_id) {
    const Id<Complaint> earlier = input.earlier_id.value_or(Id<Complaint>{});
    if (earlier == complaint.id || !find_complaint(work, work.actor, earlier))
      return refuse(Reason::invalid, "raising.earlier_missing", "earlier_id");
  }
  const auto unit = identity::find_unit(work.tx, input.unit_id);
  if (!unit) return refuse(Reason::invalid, "unit.missing", "unit_id");
  const Level level = level_of(work, complaint);
  // Nothing stands above the head office: one of its departments may take over from another.
  const bool is_higher =
      unit->level < level || (level == Level::bank && unit->level == Level::bank &&
                              input.unit_id != complaint.handling_unit_id);
  if (!is_higher) return refuse(Reason::conflict, "raising.not_higher", "unit_id");
  const Id<Person> handler = input.handler_id.value_or(Id<Person>{});
  TRY(check_conflict(work, complaint, input.unit_id, handler));
  if (handler) TRY(check_handler(work, input.unit_id, handler));
  return check_leader(work, complaint, unit->level, input.leader_id);
}

}  // namespace

Result<ComplaintState> raise(Work& work, Id<Complaint> id, const Raising& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  TRY(after(complaint.state, Action::raise));
  TRY(check(work, complaint, input));
  complaint.handling_unit_id = input.unit_id;
  complaint.handler_id = input.handler_id.value_or(Id<Person>{});
  complaint.raised_to_id = input.unit_id;
  complaint.leader_id = input.leader_id;
  const Moved moved = TRY(advance(work, opened, Action::raise));
  TRY(follow(work, complaint));
  tell_handler(work, complaint);
  evidence::append(work, "complaint.raised", evidence::Subject(id, opened.key),
                   Raised{moved, input.ground, input.earlier_id, complaint.handling_unit_id,
                          complaint.leader_id, complaint.handler_id, input.reason});
  return state_of(work, complaint);
}

}  // namespace xb::complaints
