// What one says and is shown when one signs in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/identity/store.h"
#include "platform/identity/types.h"

namespace xb::identity {

using PasswordText = Text<200, Presence::required>;
using TotpText = Text<6, Presence::required>;

struct Credentials {
  Text<100, Presence::required> login;
  PasswordText password;
  std::optional<TotpText> code;  // of the authenticator, where one has one
};
BOOST_DESCRIBE_STRUCT(Credentials, (), (login, password, code))

// Where somebody comes from; shown to him beside his sessions.
struct Origin {
  std::string remote;
  std::string device;
};

// As what somebody acts, or may act.
struct AppointmentView {
  Id<Appointment> id;
  std::string post;
  std::string post_name;
  std::string post_name_en;
  Id<Unit> unit_id;
  std::string unit;
  AppointmentKind kind = AppointmentKind::main;
  std::optional<Id<Person>> on_behalf_of_id;  // a substitute's
  std::optional<std::string> on_behalf_of;
};
BOOST_DESCRIBE_STRUCT(AppointmentView, (),
                      (id, post, post_name, post_name_en, unit_id, unit, kind, on_behalf_of_id,
                       on_behalf_of))

// What a signed-in person may see of himself, and as what he acts now.
struct PersonView {
  Id<Person> id;
  std::string staff_no;
  std::string login;
  std::string name;
  std::string post;
  std::string post_name;
  std::string post_name_en;
  Id<Unit> unit_id;
  std::string unit;
  Level level = Level::outlet;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (id, staff_no, login, name, post, post_name, post_name_en, unit_id, unit,
                       level))

// That a link was used for his account, for a month: if it was not he, somebody else got in.
struct ResetNotice {
  Instant at;
  std::optional<std::string> asked_by;  // none: the bank's host
  std::optional<std::string> approved_by;
};
BOOST_DESCRIBE_STRUCT(ResetNotice, (), (at, asked_by, approved_by))

// Of a break-glass that runs.
struct GlassNotice {
  Instant ends_at;
  std::int64_t fields_max = 0;  // that it opens
  Instant rule_before_at;
};
BOOST_DESCRIBE_STRUCT(GlassNotice, (), (ends_at, fields_max, rule_before_at))

// The answer to a sign-in; the cookie travels beside it.
struct SessionView {
  std::string csrf_token;
  PersonView person;
  Id<Appointment> appointment_id;
  std::optional<std::string> on_behalf_of;
  std::vector<AppointmentView> appointments;  // what one may switch into
  std::vector<std::string> permissions;
  Due due = Due::nothing;  // what comes before anything else
  std::optional<ResetNotice> reset;
  std::optional<GlassNotice> glass;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (csrf_token, person, appointment_id, on_behalf_of, appointments, permissions,
                       due, reset, glass, expires_at))

struct SignedIn {
  std::string token;  // for the cookie; 64 hex digits
  SessionView view;
};

struct NewPassword {
  PasswordText password;
  PasswordText new_password;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (password, new_password))

// Who one is, shown again.
struct Proof {
  PasswordText password;
  std::optional<TotpText> code;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (password, code))

// For the authenticator app; shown this once.
struct NewSecondFactor {
  std::string secret;   // base32
  std::string address;  // otpauth://
};
BOOST_DESCRIBE_STRUCT(NewSecondFactor, (), (secret, address))

struct Confirmation {
  TotpText code;
};
BOOST_DESCRIBE_STRUCT(Confirmation, (), (code))

struct Switch {
  Id<Appointment> appointment_id;
};
BOOST_DESCRIBE_STRUCT(Switch, (), (appointment_id))

struct ShownSession {
  Id<SessionRow> id;
  Instant created_at;
  Instant seen_at;
  std::string remote;
  std::string device;
  bool is_this = false;
};
BOOST_DESCRIBE_STRUCT(ShownSession, (), (id, created_at, seen_at, remote, device, is_this))

struct SessionList {
  std::vector<ShownSession> items;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (items))

}  // namespace xb::identity
