// What changes the organisation, and how its tree is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/identity/types.h"

namespace xb::identity {

struct NewUnit {
  Code code;
  Title name;
  std::optional<Title> name_en;  // the Chinese name, if not told
  UnitKind kind = UnitKind::outlet;
  std::optional<Id<Unit>> parent_id;  // none for the head office alone
  std::optional<Text<100>> line;
  std::optional<Date> opened_on;  // today, if not told
};
BOOST_DESCRIBE_STRUCT(NewUnit, (), (code, name, name_en, kind, parent_id, line, opened_on))

struct Move {
  Id<Unit> parent_id;
  std::optional<Date> on;  // today, if not told; not before the last change
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(Move, (), (parent_id, on, reason))

struct Renaming {
  Title name;
  std::optional<Title> name_en;
  std::optional<Code> code;
  std::optional<Text<100>> line;
  std::optional<Date> on;
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(Renaming, (), (name, name_en, code, line, on, reason))

struct UnitClosure {
  Id<Unit> successor_id;   // whose its matters are from then on
  std::optional<Date> on;  // the first day on which it is no more
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(UnitClosure, (), (successor_id, on, reason))

struct NewJurisdiction {
  Id<Unit> unit_id;
  Id<Unit> over_id;
  Text<100, Presence::required> matter;
  std::optional<Date> since_on;
};
BOOST_DESCRIBE_STRUCT(NewJurisdiction, (), (unit_id, over_id, matter, since_on))

// Where the cases of one unit belong from now on.
struct PlaceChange {
  static constexpr std::string_view table = "place_changes";
  Id<PlaceChange> id;
  Id<Unit> unit_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> successor_id;  // where the unit has closed: what was dispatched to it is his
  Id<Person> actor_id;
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(PlaceChange, (),
                      (id, unit_id, branch_id, sub_branch_id, outlet_id, successor_id, actor_id,
                       made_at))

// Whoever has the duty: a colleague's name, or nobody.
struct UnitLine {
  Id<Unit> id;
  std::string code;
  std::string name;
  std::string name_en;
  UnitKind kind = UnitKind::outlet;
  Level level = Level::outlet;
  std::optional<Id<Unit>> parent_id;
  std::string line;
  std::int64_t depth = 0;
  std::optional<Date> closed_on;
  std::optional<std::string> head;
  std::optional<std::string> officer;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(UnitLine, (),
                      (id, code, name, name_en, kind, level, parent_id, line, depth, closed_on,
                       head, officer, version))

// In the order of the tree: each unit before those under it, by code.
struct Tree {
  Date on;
  std::vector<UnitLine> items;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (on, items))

struct PeriodView {
  Date since_on;
  std::optional<Date> until_on;
  std::string code;
  std::string name;
  std::string name_en;
  std::string line;
  std::optional<Id<Unit>> parent_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PeriodView, (),
                      (since_on, until_on, code, name, name_en, line, parent_id, reason))

struct JurisdictionView {
  Id<Jurisdiction> id;
  Id<Unit> unit_id;
  Id<Unit> over_id;
  std::string matter;
  Date since_on;
  std::optional<Date> until_on;
};
BOOST_DESCRIBE_STRUCT(JurisdictionView, (), (id, unit_id, over_id, matter, since_on, until_on))

// Somebody appointed in a unit.
struct MemberView {
  Id<Appointment> appointment_id;
  Id<Person> person_id;
  std::string staff_no;
  std::string name;
  std::string post;
  AppointmentKind kind = AppointmentKind::main;
  Duty duty = Duty::none;
  Date since_on;
  std::optional<Date> until_on;
};
BOOST_DESCRIBE_STRUCT(MemberView, (),
                      (appointment_id, person_id, staff_no, name, post, kind, duty, since_on,
                       until_on))

struct UnitView {
  Id<Unit> id;
  std::string code;
  std::string name;
  std::string name_en;
  UnitKind kind = UnitKind::outlet;
  Level level = Level::outlet;
  std::optional<Id<Unit>> parent_id;
  std::string line;
  Date opened_on;
  std::optional<Date> closed_on;
  std::vector<PeriodView> periods;
  std::vector<MemberView> members;
  std::vector<JurisdictionView> jurisdictions;  // of it and over it
  std::vector<std::string> lacks;               // `head`, `officer`
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(UnitView, (),
                      (id, code, name, name_en, kind, level, parent_id, line, opened_on, closed_on,
                       periods, members, jurisdictions, lacks, version))

}  // namespace xb::identity
