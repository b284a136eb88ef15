#include "platform/identity/signing_in/store.h"

namespace xb::identity {

std::optional<CredentialsRow> find_credentials(storage::Transaction& tx, Id<Person> id) {
  return tx.find<CredentialsRow>("WHERE id = ?", id);
}

void store(storage::Transaction& tx, CredentialsRow credentials, bool is_new) {
  if (is_new) {
    tx.insert(credentials);
  } else if (!tx.update(credentials)) {
    throw storage::Failure(storage::Fault::serialization, "version", "credentials");
  }
}

void delete_credentials(storage::Transaction& tx, Id<Person> id) {
  tx.execute("DELETE FROM credentials WHERE id = ?", id);
}

std::vector<std::string> former_hashes(storage::Transaction& tx, Id<Person> person) {
  return tx.all<std::string>(
      "SELECT password_hash FROM former_passwords WHERE person_id = ? ORDER BY id", person);
}

void add_former_password(storage::Transaction& tx, const FormerPassword& former,
                         std::int64_t keep) {
  tx.insert(former);
  tx.execute(
      "DELETE FROM former_passwords WHERE person_id = ? AND id NOT IN (SELECT id"
      " FROM former_passwords WHERE person_id = ? ORDER BY changed_at DESC, id DESC LIMIT ?)",
      former.person_id, former.person_id, keep);
}

void delete_former_passwords(storage::Transaction& tx, Id<Person> person) {
  tx.execute("DELETE FROM former_passwords WHERE person_id = ?", person);
}

std::optional<AttemptsRow> find_attempts(storage::Transaction& tx, std::string_view source) {
  return tx.find<AttemptsRow>("WHERE source = ?", source);
}

void add_attempt(storage::Transaction& tx, std::string_view source, Instant at) {
  tx.execute(
      "INSERT INTO sign_in_attempts (source, failures, last_at) VALUES (?, 1, ?)"
      " ON CONFLICT (source) DO UPDATE SET failures = sign_in_attempts.failures + 1,"
      " last_at = excluded.last_at",
      source, at);
}

void forget_attempts(storage::Transaction& tx, std::string_view source) {
  tx.execute("DELETE FROM sign_in_attempts WHERE source = ?", source);
}

std::int64_t delete_attempts(storage::Transaction& tx, Instant before) {
  return tx.execute(
      "DELETE FROM sign_in_attempts WHERE source IN"
      " (SELECT source FROM sign_in_attempts WHERE last_at < ? LIMIT 1000)",
      before);
}

}  // namespace xb::identity
