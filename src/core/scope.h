// How much of the bank an actor sees. A required argument of every store query that reads cases.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <boost/describe/enum.hpp>

#include "core/id.h"
#include "core/instant.h"

namespace xb {

struct Unit;         // an organisation unit
struct Person;       // a member of staff
struct Appointment;  // a person at a post in a unit
struct BreakGlass;   // a quarter of an hour in which somebody may open what his post does not open

// The bank itself as a subject of entries, below every id that is handed out. Its data key has the
// same number.
inline constexpr std::int64_t bank_id = 1;

// Where a unit stands. `department` is no place of a unit: it is the scope of what was dispatched
// to one.
enum class Level { bank, branch, sub_branch, outlet, department };
BOOST_DESCRIBE_ENUM(Level, bank, branch, sub_branch, outlet, department)

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

// As many units one may work in, with those of whom one stands in for.
inline constexpr std::size_t units_of_one_max = 10;

// Who acts: a person at a post, or the system itself (person 0).
struct Actor {
  Id<Person> person;
  Scope scope;
  Place place;
  Id<Unit> unit;                           // where he acts; none for the system
  Id<Appointment> appointment = {};        // as what he acts; none for the system
  Id<Person> on_behalf_of = {};            // the absent one whose substitute he is, or none
  Id<BreakGlass> glass = {};               // what allows more than `own_scope`, or none
  std::optional<Scope> own_scope = {};     // what he sees without that glass, if anything
  std::vector<Id<Unit>> other_units = {};  // where else he or the absent works, at most nine
  Date today = {};  // in the bank's zone: as of when that holds, and where others work

  // Whether he is this person, or acts for him.
  bool acts_as(Id<Person> somebody) const {
    return somebody && (somebody == person || somebody == on_behalf_of);
  }

  static Actor system() { return {{}, Scope::whole_bank(), {}, {}}; }
};

}  // namespace xb
