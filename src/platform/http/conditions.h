// What the head of a command asks of it beside its content: not twice (Idempotency-Key), and only
// if nobody was faster (If-Match).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "platform/http/message.h"

namespace xb::http {

struct Conditions {
  std::optional<std::int64_t> if_version;  // nothing for `*` or no header
  std::string idempotency_key;             // empty for no header
};

// Refuses with http.if_match unless it is a version as an ETag shows it, and with idempotency.key
// for more than 200 characters, or what is no text.
Result<Conditions> conditions_of(const Request& request);

// Hex of SHA-256 over method, path and body: the same for what is sent again.
std::string hash_of(const Request& request);

}  // namespace xb::http
