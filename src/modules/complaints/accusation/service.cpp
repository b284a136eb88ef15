#include "modules/complaints/accusation/service.h"

#include "modules/complaints/assignment/rules.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/clocks/store.h"
#include "platform/evidence/log.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

// `was_shut` tells the counts, which know what is kept from somebody only by its entries.
struct AccusedNamed {
  State state = State::registered;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  bool was_shut = false;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  Id<Unit> handling_unit_id;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(AccusedNamed, (),
                      (state, branch_id, sub_branch_id, outlet_id, was_shut, accused_id,
                       shut_unit_id, handling_unit_id, reason))

// Whoever took it in has kept it, and nobody has dispatched it yet.
bool is_only_kept(const Complaint& complaint) {
  return !complaint.handler_id &&
         (complaint.state == State::registered || complaint.state == State::accepted);
}

}  // namespace

Result<ComplaintState> name_accused(Work& work, Id<Complaint> id, const Accusation& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  if (!identity::find_colleague(work.tx, input.accused_id))
    return refuse(Reason::invalid, "person.missing", "accused_id");
  const bool is_himself =
      input.accused_id == work.actor.person || input.accused_id == work.actor.on_behalf_of;
  if (is_himself) return refuse(Reason::conflict, "complaint.conflict_of_interest", "accused_id");
  const bool was_shut = complaint.is_shut();
  set_accused(work, complaint, input.accused_id);
  const std::vector<Id<Unit>> now_with{complaint.handling_unit_id};
  const bool is_with_him =
      !is_over(complaint.state) && complaint.handling_unit_id &&
      !check_conflict(complaint, shut_units(work, complaint), now_with, complaint.handler_id);
  if (is_with_him && is_only_kept(complaint))
    complaint.handling_unit_id = {};
  else if (is_with_him)
    return refuse(Reason::conflict, "complaint.accused_handles", "accused_id");
  if (complaint.responsible_id == complaint.accused_id)
    complaint.responsible_id = work.actor.person;
  TRY(update(work, complaint, opened.key));
  TRY(follow(work, complaint));
  evidence::append(work, "complaint.accused_named", evidence::Subject(id, opened.key),
                   AccusedNamed{complaint.state, complaint.branch_id, complaint.sub_branch_id,
                                complaint.outlet_id, was_shut, complaint.accused_id,
                                complaint.shut_unit_id, complaint.handling_unit_id, input.reason});
  return state_of(work, complaint);
}

}  // namespace xb::complaints
