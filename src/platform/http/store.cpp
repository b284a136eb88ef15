#include "platform/http/store.h"

namespace xb::http {

std::optional<IdempotencyRow> find_idempotency(storage::Transaction& tx, Id<Person> actor,
                                               std::string_view key) {
  return tx.find<IdempotencyRow>("WHERE actor_id = ? AND key = ?", actor.number, key);
}

bool insert(storage::Transaction& tx, const IdempotencyRow& row) {
  return tx.insert_if_absent(row);
}

std::int64_t delete_idempotency(storage::Transaction& tx, Instant before) {
  return tx.execute(
      "DELETE FROM idempotency_keys WHERE created_at < ? AND created_at <= (SELECT max(created_at)"
      " FROM (SELECT created_at FROM idempotency_keys ORDER BY created_at LIMIT 1000) AS oldest)",
      before);
}

}  // namespace xb::http
