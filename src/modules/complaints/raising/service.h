// Raised handling (提级办理): on the second complaint about the same, or where many may be
// concerned, a higher unit handles the case and a leader answers for it (领导包案). Units below it
// may be asked, but the case does not go back to them.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class RaisingGround { repeated, many_concerned, major, other };
BOOST_DESCRIBE_ENUM(RaisingGround, repeated, many_concerned, major, other)

struct Raising {
  RaisingGround ground{};
  std::optional<Id<Complaint>> earlier_id;  // the complaint before, of what is repeated
  Id<Unit> unit_id;                         // higher than the one that has it
  Id<Person> leader_id;                     // heads a unit of at least that level
  std::optional<Id<Person>> handler_id;     // works in that unit; anybody there, if not told
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Raising, (), (ground, earlier_id, unit_id, leader_id, handler_id, reason))

// The case is then `assigned` and waits to be taken over. Refuses with complaint.*,
// version.changed, unit.missing, person.missing, assignment.handler_elsewhere, field.empty,
// raising.earlier_missing, raising.not_higher or raising.not_a_leader.
Result<ComplaintState> raise(Work& work, Id<Complaint> id, const Raising& input);

}  // namespace xb::complaints
