// Who works at the bank and where, as rows: units and their history, people, appointments,
// substitutes, grants. What is shown outside stands with the step that shows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/json_struct.h"
#include "core/permission.h"
#include "core/scope.h"
#include "core/text.h"
#include "platform/privacy/personal.h"
#include "platform/sealing/rows.h"

namespace xb::identity {

enum class UnitKind { head_office, branch, sub_branch, outlet, department, committee };
BOOST_DESCRIBE_ENUM(UnitKind, head_office, branch, sub_branch, outlet, department, committee)

// Whether somebody can sign in. Who is suspended may come back; who has left may not.
enum class Status { active, suspended, left };
BOOST_DESCRIBE_ENUM(Status, active, suspended, left)

// Everybody has one main post at a time, and as many part-time ones as he is given.
enum class AppointmentKind { main, part_time };
BOOST_DESCRIBE_ENUM(AppointmentKind, main, part_time)

// What a unit has exactly one of: its first responsible person, its consumer-protection officer.
enum class Duty { none, head, officer };
BOOST_DESCRIBE_ENUM(Duty, none, head, officer)

// How far a tuple reaches, seen from the unit of the appointment. `unit` is as much as the unit's
// level: all of a branch for who is appointed in it or in a department of it. `department` is what
// was dispatched to the unit.
enum class Reach { department, unit, sub_branch, branch, bank };
BOOST_DESCRIBE_ENUM(Reach, department, unit, sub_branch, branch, bank)

using Code = Text<20, Presence::required>;
using Title = Text<100, Presence::required>;
using Motive = Text<500, Presence::required>;

}  // namespace xb::identity

namespace xb {

// An organisation unit as it is today. `branch_id` and `sub_branch_id` are above it, never itself.
struct Unit {
  static constexpr std::string_view table = "units";
  Id<Unit> id;
  std::string code;  // 机构号, six digits at most banks
  std::string name;
  std::string name_en;
  identity::UnitKind kind = identity::UnitKind::outlet;
  Level level = Level::outlet;  // that of its parent, if it is a department or a committee
  Id<Unit> parent_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  std::string line;  // 条线 it serves, or empty
  Date opened_on;
  std::optional<Date> closed_on;  // the first day on which it is no more
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Unit, (),
                      (id, code, name, name_en, kind, level, parent_id, branch_id, sub_branch_id,
                       line, opened_on, closed_on, version))

// A member of staff. Names of staff are work data, shown to colleagues, never to the public. One
// person has one row: his number and his identity number stand in no other.
struct Person {
  static constexpr std::string_view table = "people";
  Id<Person> id;
  Id<sealing::DataKey> key_id;
  std::string staff_no;  // 工号
  std::string login;
  std::string name;
  std::optional<privacy::Personal<privacy::IdentityNumber>> identity_number;
  sealing::BlindIndex<privacy::IdentityNumber> identity_number_index;
  identity::Status status = identity::Status::active;
  std::optional<Date> left_on;  // the first day on which he is gone
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, key_id, staff_no, login, name, identity_number, identity_number_index,
                       status, left_on, version))

// A person at a post in a unit, from a day to a day; never deleted, so that the log can name it.
struct Appointment {
  static constexpr std::string_view table = "appointments";
  Id<Appointment> id;
  Id<Person> person_id;
  std::string post;
  Id<Unit> unit_id;
  identity::AppointmentKind kind = identity::AppointmentKind::main;
  identity::Duty duty = identity::Duty::none;  // that of the post
  Date since_on;
  std::optional<Date> until_on;  // its last day
  bool has_grants = false;       // spares most sessions a look
  Id<Person> given_by_id;        // none: the bank's host
  std::string mac;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Appointment, (),
                      (id, person_id, post, unit_id, kind, duty, since_on, until_on, has_grants,
                       given_by_id, mac, version))

}  // namespace xb

namespace xb::identity {

// What a unit was called and where it stood, from a day to the last day of it.
struct UnitPeriod {
  static constexpr std::string_view table = "unit_periods";
  Id<UnitPeriod> id;
  Id<Unit> unit_id;
  Date since_on;
  std::optional<Date> until_on;
  std::string code;
  std::string name;
  std::string name_en;
  std::string line;
  Level level = Level::outlet;
  Id<Unit> parent_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  std::string reason;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(UnitPeriod, (),
                      (id, unit_id, since_on, until_on, code, name, name_en, line, level, parent_id,
                       branch_id, sub_branch_id, reason, version))

// One unit answers for a matter in another that does not stand below it (管辖).
struct Jurisdiction {
  static constexpr std::string_view table = "jurisdictions";
  Id<Jurisdiction> id;
  Id<Unit> unit_id;
  Id<Unit> over_id;
  std::string matter;
  Date since_on;
  std::optional<Date> until_on;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Jurisdiction, (), (id, unit_id, over_id, matter, since_on, until_on, version))

// One more tuple for one appointment than its post bundles, for a time.
struct Grant {
  static constexpr std::string_view table = "grants";
  Id<Grant> id;
  Id<Appointment> appointment_id;
  std::string permission;
  Reach reach = Reach::department;
  Sensitivity sensitivity = Sensitivity::masked;
  Date since_on;
  Date until_on;
  Id<Person> given_by_id;
  std::string mac;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Grant, (),
                      (id, appointment_id, permission, reach, sensitivity, since_on, until_on,
                       given_by_id, mac, version))

// Who may act for whom, from a day to a day, both counted. Where a head named him, he acts as what
// the absent is within that head's scope and as nothing else.
struct Substitute {
  static constexpr std::string_view table = "substitutes";
  Id<Substitute> id;
  Id<Person> absent_id;
  Id<Person> substitute_id;
  Date since_on;
  Date until_on;
  Id<Person> named_by_id;
  Level level = Level::bank;  // of that scope
  Id<Unit> scope_unit_id;
  std::string mac;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Substitute, (),
                      (id, absent_id, substitute_id, since_on, until_on, named_by_id, level,
                       scope_unit_id, mac, version))

}  // namespace xb::identity
