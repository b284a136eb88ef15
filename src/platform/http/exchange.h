// One request on its way from its head to its answer.
#pragma once

#include "platform/http/api.h"
#include "platform/http/conditions.h"

namespace xb::http {

// Handed from pool to pool, never used by two threads at once.
struct Api::Exchange {
  Request request;
  Match match;
  Answer answer;
  std::chrono::steady_clock::time_point started_at = std::chrono::steady_clock::now();
  Instant asked_at;  // when the session was looked for
  Conditions conditions;
  std::optional<Result<Rendered>> result;
  std::shared_ptr<void> place;  // among the large bodies

  const Route& route() const { return *match.route; }
};

}  // namespace xb::http
