// Idempotency keys: what an earlier request of the same caller with the same key has made.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/instant.h"
#include "core/scope.h"
#include "platform/storage/transaction.h"

namespace xb::http {

struct IdempotencyRow {
  static constexpr std::string_view table = "idempotency_keys";
  std::int64_t actor_id = 0;
  std::string key;
  std::string operation;
  std::string request_hash;  // hex of SHA-256 over method, path and body
  std::int64_t resource_id = 0;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(IdempotencyRow, (),
                      (actor_id, key, operation, request_hash, resource_id, created_at))

// `actor` is nobody where no one is signed in: such keys are shared, and stand under 0.
std::optional<IdempotencyRow> find_idempotency(storage::Transaction& tx, Id<Person> actor,
                                               std::string_view key);
// False if another request with this key was faster.
bool insert(storage::Transaction& tx, const IdempotencyRow& row);
// Those made before `before`, at most 1,000.
std::int64_t delete_idempotency(storage::Transaction& tx, Instant before);

}  // namespace xb::http
