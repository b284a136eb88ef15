// Who stands where in a matter: which chair of the tree an office means now, and whether whoever
// acts sits in it. Vacant chairs are passed over, up the tree.
#pragma once

#include <span>
#include <vector>

#include "core/permission.h"
#include "platform/identity/types.h"
#include "platform/storage/work.h"
#include "platform/workflow/office.h"

namespace xb::identity {

// Where a matter stands, and from whom it is kept.
struct Standing {
  Place place;                // where it belongs
  Id<Unit> handling_unit_id;  // none: nobody was given it yet
  Id<Person> handler_id;
  Id<Person> accused_id;  // it is kept from him, and from his unit
  Id<Unit> shut_unit_id;
};

// What one can sit in. An officer and a head of complaint handling belong to an institution, in
// whatever department of it they are; a head belongs to the unit itself.
enum class Chair { head, officer, complaint_head };
BOOST_DESCRIBE_ENUM(Chair, head, officer, complaint_head)

struct Seat {
  Id<Unit> unit_id;
  Chair chair = Chair::head;

  bool operator==(const Seat&) const = default;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (unit_id, chair))

inline constexpr std::size_t seats_of_one_max = 3;

// What the appointment sits in as which somebody acts: a substitute's is that of the absent.
std::vector<Seat> seats_of(storage::Transaction& tx, const Actor& actor);

// The chairs that an office means today. One in which only `barred`, the accused or people of his
// unit sit counts as vacant, and the next one up the tree counts. Empty where nobody is left, and
// for the owner, who is no chair.
std::vector<Seat> seats_for(Work& work, workflow::Office office, const Standing& standing,
                            std::span<const Id<Person>> barred = {});

// Whether whoever acts stands in this office. Owner is the handler, if he still works there, or
// else whoever works in the unit.
bool stands_in(Work& work, workflow::Office office, const Standing& standing);

// Whether he holds this permission in that unit today, by his post there or by a grant.
bool holds_in(Work& work, Id<Person> person, Id<Unit> unit, Permission permission);

}  // namespace xb::identity
