#include "platform/identity/store.h"

namespace xb::identity {

std::optional<Person> find_person(storage::Transaction& tx, std::string_view login) {
  return tx.find<Person>("WHERE login = ?", login);
}

std::optional<Person> find_person(storage::Transaction& tx, Id<Person> id) {
  return tx.find<Person>("WHERE id = ?", id);
}

std::optional<Unit> find_unit(storage::Transaction& tx, Id<Unit> id) {
  return tx.find<Unit>("WHERE id = ?", id);
}

std::optional<Unit> find_unit_by_code(storage::Transaction& tx, std::string_view code) {
  return tx.find<Unit>("WHERE code = ?", code);
}

std::vector<Unit> units(storage::Transaction& tx) { return tx.find_all<Unit>("ORDER BY code"); }

std::optional<SessionOwner> find_session(storage::Transaction& tx, std::string_view token_hash) {
  return tx.one<SessionOwner>(
      "SELECT sessions.created_at, sessions.seen_at, people.id, people.login, people.name,"
      " people.post, people.version, units.id, units.code, units.name, units.name_en, units.level,"
      " units.branch_id, units.sub_branch_id, units.version"
      " FROM sessions JOIN people ON people.id = sessions.person_id"
      " JOIN units ON units.id = people.unit_id WHERE sessions.token_hash = ?",
      token_hash);
}

void insert(storage::Transaction& tx, const SessionRow& session) { tx.insert(session); }

void touch_session(storage::Transaction& tx, std::string_view token_hash, Instant seen_at) {
  tx.execute("UPDATE sessions SET seen_at = ? WHERE token_hash = ?", seen_at, token_hash);
}

void delete_session(storage::Transaction& tx, std::string_view token_hash) {
  tx.execute("DELETE FROM sessions WHERE token_hash = ?", token_hash);
}

std::int64_t delete_sessions(storage::Transaction& tx, Instant idle_before,
                             Instant created_before) {
  return tx.execute(
      "DELETE FROM sessions WHERE token_hash IN (SELECT token_hash FROM sessions"
      " WHERE seen_at < ? OR created_at < ? LIMIT 1000)",
      idle_before, created_before);
}

}  // namespace xb::identity
