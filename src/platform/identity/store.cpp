#include "platform/identity/store.h"

namespace xb::identity {

std::optional<Unit> find_unit(storage::Transaction& tx, Id<Unit> id) {
  return tx.find<Unit>("WHERE id = ?", id);
}

std::optional<Unit> find_unit_by_code(storage::Transaction& tx, std::string_view code) {
  return tx.find<Unit>("WHERE code = ?", code);
}

std::vector<Unit> units(storage::Transaction& tx) { return tx.find_all<Unit>("ORDER BY code"); }

std::optional<Colleague> find_colleague(storage::Transaction& tx, Id<Person> id) {
  return tx.find<Colleague>("WHERE id = ?", id);
}

std::string folded_login(std::string_view login) {
  std::string out{login};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::optional<Colleague> find_colleague_by_login(storage::Transaction& tx, std::string_view login) {
  return tx.find<Colleague>("WHERE login = ?", folded_login(login));
}

std::optional<Colleague> find_colleague_by_staff_no(storage::Transaction& tx,
                                                    std::string_view staff_no) {
  return tx.find<Colleague>("WHERE staff_no = ?", staff_no);
}

std::optional<Person> find_person(Work& work, Id<Person> id) {
  return sealing::find<Person>(work, "WHERE id = ?", id);
}

std::vector<Appointment> appointments_of(storage::Transaction& tx, Id<Person> person, Date day) {
  return tx.find_all<Appointment>(
      "WHERE person_id = ? AND (until_on IS NULL OR until_on >= ?) ORDER BY since_on, id", person,
      day);
}

Id<Unit> main_unit_of(storage::Transaction& tx, Id<Person> person, Date day) {
  return tx
      .one<Id<Unit>>(
          "SELECT unit_id FROM appointments WHERE person_id = ? AND kind = ? AND since_on <= ?"
          " AND (until_on IS NULL OR until_on >= ?) ORDER BY id",
          person, AppointmentKind::main, day, day)
      .value_or(Id<Unit>{});
}

std::vector<Id<Unit>> units_of(storage::Transaction& tx, Id<Person> person, Date day) {
  return tx.all<Id<Unit>>(
      "SELECT DISTINCT unit_id FROM appointments WHERE person_id = ?"
      " AND (until_on IS NULL OR until_on >= ?) ORDER BY unit_id",
      person, day);
}

bool works_in(storage::Transaction& tx, Id<Person> person, Id<Unit> unit, Date day) {
  return tx
      .one<std::int64_t>(
          "SELECT id FROM appointments WHERE person_id = ? AND unit_id = ? AND since_on <= ?"
          " AND (until_on IS NULL OR until_on >= ?)",
          person, unit, day, day)
      .has_value();
}

std::optional<Appointment> find_appointment(storage::Transaction& tx, Id<Appointment> id) {
  return tx.find<Appointment>("WHERE id = ?", id);
}

std::vector<Appointment> holders_of(storage::Transaction& tx, Id<Unit> unit, Duty duty, Date day) {
  return tx.find_all<Appointment>(
      "WHERE unit_id = ? AND duty = ? AND (until_on IS NULL OR until_on >= ?)"
      " ORDER BY since_on, id",
      unit, duty, day);
}

std::vector<Appointment> on_duty_in(storage::Transaction& tx, Id<Unit> unit, Date day) {
  return tx.find_all<Appointment>(
      "WHERE duty <> ? AND since_on <= ? AND (until_on IS NULL OR until_on >= ?)"
      " AND (unit_id = ? OR unit_id IN (SELECT id FROM units WHERE parent_id = ? AND kind = ?))"
      " AND person_id IN (SELECT id FROM people WHERE status = ?) ORDER BY id",
      Duty::none, day, day, unit, unit, UnitKind::department, Status::active);
}

std::vector<Substitute> substitutes_of(storage::Transaction& tx, Id<Person> absent, Date day) {
  return tx.find_all<Substitute>("WHERE absent_id = ? AND until_on >= ? ORDER BY since_on, id",
                                 absent, day);
}

std::vector<Substitute> absent_for(storage::Transaction& tx, Id<Person> substitute, Date day) {
  return tx.find_all<Substitute>("WHERE substitute_id = ? AND until_on >= ? ORDER BY since_on, id",
                                 substitute, day);
}

std::vector<Substitute> substitutes_from(storage::Transaction& tx, Date day) {
  return tx.find_all<Substitute>("WHERE until_on >= ? ORDER BY id", day);
}

void hold(storage::Transaction& tx, Id<Unit> unit) {
  tx.execute("UPDATE units SET version = version WHERE id = ?", unit);
}

void hold(storage::Transaction& tx, Id<Person> person) {
  tx.execute("UPDATE people SET version = version WHERE id = ?", person);
}

std::vector<Grant> grants_of(storage::Transaction& tx, Id<Appointment> appointment) {
  return tx.find_all<Grant>("WHERE appointment_id = ? ORDER BY id", appointment);
}

std::optional<SessionOwner> find_session(storage::Transaction& tx, std::string_view token_hash) {
  return tx.one<SessionOwner>(
      "SELECT sessions.id, sessions.created_at, sessions.seen_at, sessions.authenticated_at,"
      " sessions.due, sessions.glass_id, sessions.mac, people.id, people.staff_no, people.login, "
      "people.name,"
      " people.status, appointments.id, appointments.person_id, appointments.post,"
      " appointments.kind, appointments.duty, appointments.since_on, appointments.until_on,"
      " appointments.has_grants, appointments.given_by_id, appointments.mac, units.id, units.code,"
      " units.name, units.name_en, units.kind, units.level, units.branch_id, units.sub_branch_id,"
      " CASE WHEN EXISTS (SELECT 1 FROM appointments AS other"
      " WHERE other.person_id = sessions.person_id AND other.unit_id <> appointments.unit_id)"
      " THEN 1 ELSE 0 END"
      " FROM sessions JOIN people ON people.id = sessions.person_id"
      " JOIN appointments ON appointments.id = sessions.appointment_id"
      " JOIN units ON units.id = appointments.unit_id WHERE sessions.token_hash = ?",
      token_hash);
}

void insert(storage::Transaction& tx, const SessionRow& session) { tx.insert(session); }

void touch_session(storage::Transaction& tx, std::string_view token_hash, Instant seen_at) {
  tx.execute("UPDATE sessions SET seen_at = ? WHERE token_hash = ?", seen_at, token_hash);
}

void delete_session(storage::Transaction& tx, std::string_view token_hash) {
  tx.execute("DELETE FROM sessions WHERE token_hash = ?", token_hash);
}

std::vector<SessionRow> sessions_of(storage::Transaction& tx, Id<Person> person) {
  return tx.find_all<SessionRow>("WHERE person_id = ? ORDER BY id", person);
}

std::int64_t delete_sessions_of(storage::Transaction& tx, Id<Person> person,
                                std::string_view but_for) {
  return tx.execute("DELETE FROM sessions WHERE person_id = ? AND token_hash <> ?", person,
                    but_for);
}

void delete_sessions_as(storage::Transaction& tx, Id<Appointment> appointment) {
  tx.execute("DELETE FROM sessions WHERE appointment_id = ?", appointment);
}

bool delete_session_of(storage::Transaction& tx, Id<Person> person, Id<SessionRow> id) {
  return tx.execute("DELETE FROM sessions WHERE person_id = ? AND id = ?", person, id) == 1;
}

std::optional<SessionPower> find_power(storage::Transaction& tx, std::string_view token_hash) {
  return tx.find<SessionPower>("WHERE token_hash = ?", token_hash);
}

void update(storage::Transaction& tx, std::string_view token_hash, const SessionPower& power) {
  tx.execute(
      "UPDATE sessions SET token_hash = ?, appointment_id = ?, authenticated_at = ?, due = ?,"
      " glass_id = ?, mac = ? WHERE token_hash = ?",
      power.token_hash, power.appointment_id, power.authenticated_at, power.due, power.glass_id,
      power.mac, token_hash);
}

std::int64_t delete_sessions(storage::Transaction& tx, Instant idle_before,
                             Instant created_before) {
  return tx.execute(
      "DELETE FROM sessions WHERE token_hash IN (SELECT token_hash FROM sessions"
      " WHERE seen_at < ? OR created_at < ? LIMIT 1000)",
      idle_before, created_before);
}

}  // namespace xb::identity
