// What may be, decided without a database: who may stand under whom, which periods meet, who is
// another person, how far a tuple reaches.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/identity/types.h"

namespace xb::identity {

bool may_stand_under(UnitKind kind, UnitKind parent);

// The level of a unit of this kind under `parent`.
Level level_under(UnitKind kind, const Unit& parent);

// Whether two periods have a day together; no end means for good.
bool meet(Date since, std::optional<Date> until, Date other_since, std::optional<Date> other_until);

bool is_valid_on(const Appointment& appointment, Date day);
bool is_valid_on(const Substitute& substitute, Date day);
bool is_valid_on(const Grant& grant, Date day);

// The branch, sub-branch and outlet a unit is or stands in.
Place place_of(const Unit& unit);

// How far a tuple reaches from `unit`. Never wider than it says: a sub-branch that an outlet does
// not have leaves the outlet; to a unit that stands above it, what was dispatched to itself.
Scope scope_of(Reach reach, const Unit& unit);

// Whether something at `place`, handled by the unit `at`, lies in `scope`.
bool lies_in(const Scope& scope, const Place& place, Id<Unit> at);

// Whether all of `inner`, a scope seen from `unit`, lies in `outer`.
bool lies_in(const Scope& inner, const Unit& unit, const Scope& outer);

// Whose hands did something: the person's, and his for whom he did it.
struct Hands {
  Id<Person> person;
  Id<Person> on_behalf_of;
};

// Four eyes are two persons: neither acted for the other, and both not for a third.
bool different_persons(const Hands& one, const Hands& other);

// True if `substitutes`, all of one time, lead from `from` to `to`.
bool leads_to(std::span<const Substitute> substitutes, Id<Person> from, Id<Person> to);

// What counts as one place for attempts: the address, for IPv6 its first 64 bits.
std::string network_of(std::string_view remote);

// Refuses with password.too_short, password.too_plain or password.names_you.
struct PasswordDemands {
  std::int64_t length_min = 0;
  std::int64_t classes_min = 0;
};
Result<void> check_password(std::string_view password, const PasswordDemands& demands,
                            const Person& person);

}  // namespace xb::identity
