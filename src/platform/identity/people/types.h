// What changes people and their posts, and how they are shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/identity/types.h"

namespace xb::identity {

using StaffNo = Text<20, Presence::required>;
using LoginName = Text<100, Presence::required>;
using IdentityNumber = privacy::Personal<privacy::IdentityNumber>;

struct NewAppointment {
  Text<40, Presence::required> post;
  Id<Unit> unit_id;
  std::optional<AppointmentKind> kind;  // main, if not told
  std::optional<Date> since_on;         // today, if not told
  std::optional<Date> until_on;
};
BOOST_DESCRIBE_STRUCT(NewAppointment, (), (post, unit_id, kind, since_on, until_on))

struct NewPerson {
  StaffNo staff_no;
  std::optional<LoginName> login;  // the staff number, if not told
  Title name;
  std::optional<IdentityNumber> identity_number;
  std::optional<NewAppointment> appointment;
};
BOOST_DESCRIBE_STRUCT(NewPerson, (), (staff_no, login, name, identity_number, appointment))

struct PersonChange {
  Title name;
  std::optional<LoginName> login;
  std::optional<IdentityNumber> identity_number;
};
BOOST_DESCRIBE_STRUCT(PersonChange, (), (name, login, identity_number))

struct Suspension {
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(Suspension, (), (reason))

struct Leaving {
  std::optional<Id<Person>> successor_id;  // takes the duties over; needed where there are some
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(Leaving, (), (successor_id, reason))

struct AppointmentEnd {
  std::optional<Date> until_on;  // its last day; yesterday, if not told: it is over at once
  std::optional<Id<Person>> successor_id;  // takes the duty over the day after
};
BOOST_DESCRIBE_STRUCT(AppointmentEnd, (), (until_on, successor_id))

struct NewGrant {
  Text<60, Presence::required> permission;
  Reach reach = Reach::department;
  Sensitivity sensitivity = Sensitivity::masked;
  Date until_on;
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(NewGrant, (), (permission, reach, sensitivity, until_on, reason))

struct NewSubstitute {
  Id<Person> substitute_id;
  Date since_on;
  Date until_on;
};
BOOST_DESCRIBE_STRUCT(NewSubstitute, (), (substitute_id, since_on, until_on))

struct PostedView {
  Id<Appointment> id;
  std::string post;
  std::string post_name;
  std::string post_name_en;
  Id<Unit> unit_id;
  std::string unit;
  AppointmentKind kind = AppointmentKind::main;
  Date since_on;
  std::optional<Date> until_on;
};
BOOST_DESCRIBE_STRUCT(PostedView, (),
                      (id, post, post_name, post_name_en, unit_id, unit, kind, since_on, until_on))

struct SubstituteView {
  Id<Substitute> id;
  Id<Person> absent_id;
  std::string absent;
  Id<Person> substitute_id;
  std::string substitute;
  Date since_on;
  Date until_on;
};
BOOST_DESCRIBE_STRUCT(SubstituteView, (),
                      (id, absent_id, absent, substitute_id, substitute, since_on, until_on))

struct SubstituteList {
  std::vector<SubstituteView> items;
};
BOOST_DESCRIBE_STRUCT(SubstituteList, (), (items))

struct GrantView {
  Id<Grant> id;
  Id<Appointment> appointment_id;
  std::string permission;
  Reach reach = Reach::department;
  Sensitivity sensitivity = Sensitivity::masked;
  Date since_on;
  Date until_on;
};
BOOST_DESCRIBE_STRUCT(GrantView, (),
                      (id, appointment_id, permission, reach, sensitivity, since_on, until_on))

struct GrantList {
  std::vector<GrantView> items;
};
BOOST_DESCRIBE_STRUCT(GrantList, (), (items))

// A colleague as others see him.
struct StaffView {
  Id<Person> id;
  std::string staff_no;
  std::string login;
  std::string name;
  Status status = Status::active;
  std::optional<Date> left_on;
  std::vector<PostedView> appointments;  // of today and later
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(StaffView, (),
                      (id, staff_no, login, name, status, left_on, appointments, version))

// One of these. Words about people stand in a body, never in an address.
struct StaffSearch {
  std::optional<LoginName> login;
  std::optional<StaffNo> staff_no;
  std::optional<Title> name;
};
BOOST_DESCRIBE_STRUCT(StaffSearch, (), (login, staff_no, name))

struct StaffList {
  std::vector<StaffView> items;
};
BOOST_DESCRIBE_STRUCT(StaffList, (), (items))

// One thing that a post may do, how far, and what of personal values it sees thereby.
struct PostGrantView {
  std::string permission;
  Reach reach = Reach::department;
  Sensitivity sensitivity = Sensitivity::masked;
};
BOOST_DESCRIBE_STRUCT(PostGrantView, (), (permission, reach, sensitivity))

struct PostView {
  std::string code;
  std::string name;
  std::string name_en;
  std::vector<UnitKind> kinds;
  std::vector<Level> levels;  // at which it exists; empty for all
  Duty duty = Duty::none;
  bool is_system = false;
  bool needs_second_factor = false;
  bool may_break_glass = false;
  bool leads_complaints = false;
  std::vector<PostGrantView> grants;  // ordered by permission
};
BOOST_DESCRIBE_STRUCT(PostView, (),
                      (code, name, name_en, kinds, levels, duty, is_system, needs_second_factor,
                       may_break_glass, leads_complaints, grants))

struct PostList {
  std::vector<PostView> items;
};
BOOST_DESCRIBE_STRUCT(PostList, (), (items))

}  // namespace xb::identity
