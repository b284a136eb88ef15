// SQL that more than one step of identity needs: units, people, appointments, sessions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "platform/identity/types.h"
#include "platform/storage/transaction.h"
#include "platform/storage/work.h"

namespace xb::identity {

std::optional<Unit> find_unit(storage::Transaction& tx, Id<Unit> id);
std::optional<Unit> find_unit_by_code(storage::Transaction& tx, std::string_view code);
std::vector<Unit> units(storage::Transaction& tx);

// As `units` has columns that a Work need not seal, so has who somebody is without his number.
struct Colleague {
  static constexpr std::string_view table = "people";
  Id<Person> id;
  Id<sealing::DataKey> key_id;
  std::string staff_no;
  std::string login;
  std::string name;
  Status status = Status::active;
  std::optional<Date> left_on;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (id, key_id, staff_no, login, name, status, left_on, version))

std::optional<Colleague> find_colleague(storage::Transaction& tx, Id<Person> id);
// As it is stored: capitals of ASCII are small letters, for nobody tells `chen` from `Chen`.
std::string folded_login(std::string_view login);
// However it is typed.
std::optional<Colleague> find_colleague_by_login(storage::Transaction& tx, std::string_view login);
std::optional<Colleague> find_colleague_by_staff_no(storage::Transaction& tx,
                                                    std::string_view staff_no);
std::optional<Person> find_person(Work& work, Id<Person> id);

// Those that begin or go on after `day`, oldest first.
std::vector<Appointment> appointments_of(storage::Transaction& tx, Id<Person> person, Date day);
// The unit of the main appointment on that day, or none.
Id<Unit> main_unit_of(storage::Transaction& tx, Id<Person> person, Date day);
// Where somebody works on that day, or will.
std::vector<Id<Unit>> units_of(storage::Transaction& tx, Id<Person> person, Date day);

bool works_in(storage::Transaction& tx, Id<Person> person, Id<Unit> unit, Date day);
std::optional<Appointment> find_appointment(storage::Transaction& tx, Id<Appointment> id);
// Whoever has the duty in the unit on or after `day`.
std::vector<Appointment> holders_of(storage::Transaction& tx, Id<Unit> unit, Duty duty, Date day);

// Whoever has a duty in the unit or in a department of it on that day, and has not been suspended.
std::vector<Appointment> on_duty_in(storage::Transaction& tx, Id<Unit> unit, Date day);

// Substitutes of one absent, and whom one may act for, that end on or after `day`.
std::vector<Substitute> substitutes_of(storage::Transaction& tx, Id<Person> absent, Date day);
std::vector<Substitute> absent_for(storage::Transaction& tx, Id<Person> substitute, Date day);
std::vector<Substitute> substitutes_from(storage::Transaction& tx, Date day);

// Commands whose checks span rows of a unit, or of a person, take turns at that row: on PostgreSQL
// the second of two that ran side by side runs again on what the first left.
void hold(storage::Transaction& tx, Id<Unit> unit);
void hold(storage::Transaction& tx, Id<Person> person);

std::vector<Grant> grants_of(storage::Transaction& tx, Id<Appointment> appointment);

// What a session waits for before it may do anything else.
enum class Due { nothing, password, second_factor };
BOOST_DESCRIBE_ENUM(Due, nothing, password, second_factor)

struct SessionRow {
  static constexpr std::string_view table = "sessions";
  std::string token_hash;  // base64 of SHA-256: the token itself is never stored
  Id<Person> person_id;
  Instant created_at;
  Instant seen_at;
  Id<SessionRow> id;
  Id<Appointment> appointment_id;
  Instant authenticated_at;
  Due due = Due::nothing;
  std::string remote;  // address
  std::string device;  // what the browser calls itself
  Id<BreakGlass> glass_id;
  std::string mac;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (),
                      (token_hash, person_id, created_at, seen_at, id, appointment_id,
                       authenticated_at, due, remote, device, glass_id, mac))

// What of a session gives power: all but the time of last use and where it comes from.
struct SessionPower {
  static constexpr std::string_view table = "sessions";
  std::string token_hash;
  Id<Person> person_id;
  Instant created_at;
  Id<SessionRow> id;
  Id<Appointment> appointment_id;
  Instant authenticated_at;
  Due due = Due::nothing;
  Id<BreakGlass> glass_id;
  std::string mac;
};
BOOST_DESCRIBE_STRUCT(SessionPower, (),
                      (token_hash, person_id, created_at, id, appointment_id, authenticated_at, due,
                       glass_id, mac))

// A session with who it stands for and as what he acts where, in one statement.
struct SessionOwner {
  Id<SessionRow> id;
  Instant created_at;
  Instant seen_at;
  Instant authenticated_at;
  Due due = Due::nothing;
  Id<BreakGlass> glass_id;
  std::string session_mac;
  Id<Person> person_id;
  std::string staff_no;
  std::string login;
  std::string name;
  Status status = Status::active;
  Id<Appointment> appointment_id;
  Id<Person> appointed_id;
  std::string post;
  AppointmentKind appointment_kind = AppointmentKind::main;
  Duty duty = Duty::none;
  Date since_on;
  std::optional<Date> until_on;
  bool has_grants = false;
  Id<Person> given_by_id;
  std::string mac;
  Id<Unit> unit_id;
  std::string unit_code;
  std::string unit_name;
  std::string unit_name_en;
  UnitKind kind = UnitKind::outlet;
  Level level = Level::outlet;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  bool has_other_units = false;  // of the person; spares most sessions a look
};
BOOST_DESCRIBE_STRUCT(SessionOwner, (),
                      (id, created_at, seen_at, authenticated_at, due, glass_id, session_mac,
                       person_id, staff_no, login, name, status, appointment_id, appointed_id, post,
                       appointment_kind, duty, since_on, until_on, has_grants, given_by_id, mac,
                       unit_id, unit_code, unit_name, unit_name_en, kind, level, branch_id,
                       sub_branch_id, has_other_units))
std::optional<SessionOwner> find_session(storage::Transaction& tx, std::string_view token_hash);
void insert(storage::Transaction& tx, const SessionRow& session);
void touch_session(storage::Transaction& tx, std::string_view token_hash, Instant seen_at);
void delete_session(storage::Transaction& tx, std::string_view token_hash);
std::vector<SessionRow> sessions_of(storage::Transaction& tx, Id<Person> person);
// All of one person, but for the one of that token.
std::int64_t delete_sessions_of(storage::Transaction& tx, Id<Person> person,
                                std::string_view but_for = {});
// Those that act as this appointment.
void delete_sessions_as(storage::Transaction& tx, Id<Appointment> appointment);
bool delete_session_of(storage::Transaction& tx, Id<Person> person, Id<SessionRow> id);
std::optional<SessionPower> find_power(storage::Transaction& tx, std::string_view token_hash);
// The session of that token hash becomes `power`, under another token or the same.
void update(storage::Transaction& tx, std::string_view token_hash, const SessionPower& power);
// Those idle since `idle_before` or made before `created_before`, at most 1,000.
std::int64_t delete_sessions(storage::Transaction& tx, Instant idle_before, Instant created_before);

}  // namespace xb::identity
