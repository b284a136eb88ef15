// Dispatch of a case to a unit and a handler, by rule or by hand; taking it over; the rules.
// Whoever heard it first stays responsible until the next has taken it over (首问负责).
#pragma once

#include <vector>

#include "modules/complaints/assignment/rules.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// Without a unit the bank's rules decide.
struct Assignment {
  std::optional<Id<Unit>> unit_id;
  std::optional<Id<Person>> handler_id;  // works in that unit; anybody there, if not told
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(Assignment, (), (unit_id, handler_id, reason))

// Refuses with complaint.*, assignment.no_rule, assignment.handler_elsewhere,
// assignment.cannot_handle, unit.missing, unit.closed, assignment.below_raised, person.missing or
// version.changed.
Result<ComplaintState> assign(Work& work, Id<Complaint> id, const Assignment& input);

// Whether this unit and person, if one is named, may have to do with it. Refuses with
// complaint.conflict_of_interest.
Result<void> check_conflict(Work& work, const Complaint& complaint, Id<Unit> unit,
                            Id<Person> handler);
// Whether this person may be the handler in this unit. Refuses with person.missing or
// assignment.handler_elsewhere.
Result<void> check_handler(Work& work, Id<Unit> unit, Id<Person> handler);

struct TakeOver {
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(TakeOver, (), (note))

// By the handler himself or whoever stands in for him; where none is named, by anybody of the
// handling unit. Refuses with assignment.not_yours besides.
Result<ComplaintState> take_over(Work& work, Id<Complaint> id, const TakeOver& input);

// All rules, in their order.
struct Routing {
  std::vector<RoutingLine> rules;
};
BOOST_DESCRIBE_STRUCT(Routing, (), (rules))

inline constexpr std::size_t rules_max = 500;

Result<Routing> routing(Work& work);
// Replaces all rules. Refuses with routing.too_many, routing.unit_needed, routing.unit_unwanted,
// routing.unreachable (an earlier rule fits whatever this one fits), unit.closed or
// unit.missing, each with the rule's place in `field`.
Result<Routing> replace_routing(Work& work, const Routing& input);

}  // namespace xb::complaints
