#include "platform/identity/rules.h"

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>

#include "core/encoding.h"

namespace xb::identity {
namespace {

bool is_one_of(UnitKind kind, std::initializer_list<UnitKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace

bool may_stand_under(UnitKind kind, UnitKind parent) {
  using enum UnitKind;
  switch (kind) {
    case head_office: return false;
    case branch: return parent == head_office;
    case sub_branch: return is_one_of(parent, {head_office, branch});
    case outlet:
    case department: return is_one_of(parent, {head_office, branch, sub_branch});
    case committee: return is_one_of(parent, {head_office, branch});
  }
  std::abort();
}

Level level_under(UnitKind kind, const Unit& parent) {
  switch (kind) {
    case UnitKind::head_office: return Level::bank;
    case UnitKind::branch: return Level::branch;
    case UnitKind::sub_branch: return Level::sub_branch;
    case UnitKind::outlet: return Level::outlet;
    case UnitKind::department:
    case UnitKind::committee: return parent.level;
  }
  std::abort();
}

bool meet(Date since, std::optional<Date> until, Date other_since,
          std::optional<Date> other_until) {
  const bool is_empty = (until && *until < since) || (other_until && *other_until < other_since);
  if (is_empty) return false;
  return (!until || *until >= other_since) && (!other_until || *other_until >= since);
}

bool is_valid_on(const Appointment& appointment, Date day) {
  return meet(appointment.since_on, appointment.until_on, day, day);
}
bool is_valid_on(const Substitute& substitute, Date day) {
  return meet(substitute.since_on, substitute.until_on, day, day);
}
bool is_valid_on(const Grant& grant, Date day) {
  return meet(grant.since_on, grant.until_on, day, day);
}

Place place_of(const Unit& unit) {
  Place place{unit.branch_id, unit.sub_branch_id, {}};
  if (unit.kind == UnitKind::outlet) place.outlet_id = unit.id;
  if (unit.kind == UnitKind::sub_branch) place.sub_branch_id = unit.id;
  if (unit.kind == UnitKind::branch) place.branch_id = unit.id;
  return place;
}

Scope scope_of(Reach reach, const Unit& unit) {
  const Place place = place_of(unit);
  const Scope department{Level::department, unit.id};
  const auto own = [&]() -> Scope {
    if (unit.level == Level::bank) return Scope::whole_bank();
    if (unit.level == Level::branch) return {Level::branch, place.branch_id};
    if (unit.level == Level::sub_branch) return {Level::sub_branch, place.sub_branch_id};
    return {Level::outlet, unit.id};
  };
  switch (reach) {
    case Reach::department: return department;
    case Reach::unit: return own();
    case Reach::sub_branch:
      if (place.sub_branch_id) return {Level::sub_branch, place.sub_branch_id};
      return unit.level == Level::outlet ? own() : department;
    case Reach::branch:
      if (place.branch_id) return {Level::branch, place.branch_id};
      return unit.level == Level::bank ? department : own();
    case Reach::bank: return Scope::whole_bank();
  }
  std::abort();
}

bool lies_in(const Scope& scope, const Place& place, Id<Unit> at) {
  switch (scope.level) {
    case Level::bank: return true;
    case Level::branch: return place.branch_id == scope.unit;
    case Level::sub_branch: return place.sub_branch_id == scope.unit;
    case Level::outlet: return place.outlet_id == scope.unit;
    case Level::department: return at == scope.unit;
  }
  std::abort();
}

bool lies_in(const Scope& inner, const Unit& unit, const Scope& outer) {
  if (outer.level == Level::bank) return true;
  // What was dispatched to a unit counts as lying where the unit stands.
  if (outer.level == Level::department)
    return inner.level == Level::department && inner.unit == outer.unit;
  if (inner.level < outer.level) return false;
  return lies_in(outer, place_of(unit), unit.id);
}

bool different_persons(const Hands& one, const Hands& other) {
  const auto is_in = [](Id<Person> person, const Hands& hands) {
    return person && (person == hands.person || person == hands.on_behalf_of);
  };
  if (!one.person || !other.person) return false;  // what nobody did, nobody can have checked
  return !is_in(one.person, other) && !is_in(one.on_behalf_of, other);
}

bool leads_to(std::span<const Substitute> substitutes, Id<Person> from, Id<Person> to) {
  std::vector<Id<Person>> seen{from};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == to) return true;
    for (const Substitute& one : substitutes) {
      if (one.absent_id != seen[i]) continue;
      if (std::find(seen.begin(), seen.end(), one.substitute_id) == seen.end())
        seen.push_back(one.substitute_id);
    }
  }
  return false;
}

std::string network_of(std::string_view remote) {
  in6_addr address{};
  if (inet_pton(AF_INET6, std::string{remote}.c_str(), &address) != 1) return std::string{remote};
  const std::string bytes(reinterpret_cast<const char*>(address.s6_addr), sizeof address.s6_addr);
  // An address of version 4 in the dress of version 6 is one host, not a whole network.
  if (IN6_IS_ADDR_V4MAPPED(&address)) return hex(bytes.substr(12));
  return hex(bytes.substr(0, 8)) + "/64";
}

Result<void> check_password(std::string_view password, const PasswordDemands& demands,
                            const Person& person) {
  const auto length = code_points(password).value_or(0);
  if (static_cast<std::int64_t>(length) < demands.length_min)
    return refuse(Reason::invalid, "password.too_short", "password");
  bool small = false, capital = false, digit = false, sign = false;
  for (const char c : password) {
    const bool is_small = c >= 'a' && c <= 'z';
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_digit = c >= '0' && c <= '9';
    small = small || is_small;
    capital = capital || is_capital;
    digit = digit || is_digit;
    sign = sign || !(is_small || is_capital || is_digit);
  }
  if (int{small} + int{capital} + int{digit} + int{sign} < demands.classes_min)
    return refuse(Reason::invalid, "password.too_plain", "password");
  const std::string said = lower(password);
  for (const std::string& own : {person.login, person.staff_no, person.name})
    if (!own.empty() && said.find(lower(own)) != std::string::npos)
      return refuse(Reason::invalid, "password.names_you", "password");
  return {};
}

}  // namespace xb::identity
