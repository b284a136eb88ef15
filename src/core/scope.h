// How much of the bank an actor sees. A required argument of every store query that reads cases.
#pragma once

#include <cstdint>

#include <boost/describe/enum.hpp>

#include "core/id.h"

namespace xb {

struct Unit;    // an organisation unit
struct Person;  // a member of staff

// The bank itself as a subject of entries, below every id that is handed out. Its data key has the
// same number.
inline constexpr std::int64_t bank_id = 1;

enum class Level { bank, branch, sub_branch, outlet };
BOOST_DESCRIBE_ENUM(Level, bank, branch, sub_branch, outlet)

// All cases of `unit`, which stands at `level`; the unit is ignored at bank level.
struct Scope {
  Level level = Level::outlet;
  Id<Unit> unit;

  static Scope whole_bank() { return {Level::bank, {}}; }
};

// Where a case belongs. Rewritten when a unit moves, so that scope stays an index prefix.
struct Place {
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
};

// Who acts: a person at a post, or the system itself (person 0).
struct Actor {
  Id<Person> person;
  Scope scope;
  Place place;
  Id<Unit> unit;  // where he acts; none for the system

  static Actor system() { return {{}, Scope::whole_bank(), {}, {}}; }
};

}  // namespace xb
