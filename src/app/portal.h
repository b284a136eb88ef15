// The portal within the running program: what the bank has set for it, what follows the log for it
// and what sends its messages.
#pragma once

#include "app/installation.h"
#include "modules/portal/types.h"
#include "platform/evidence/followers.h"

namespace xb::app {

portal::Settings portal_settings(const Configuration& configuration);

// The gateway with its token; none where none is configured. Refuses with notices.token, if the
// file cannot be read or holds what no header can.
Result<std::optional<notices::Gateway>> gateway_of(const Installation& installation);

// Those that every program has, and the one that tells consumers. `installation` outlives them.
std::vector<evidence::Follower> followers_of(Installation& installation);

// What is old of the portal and of messages.
std::int64_t sweep_portal(storage::Transaction& tx, Instant now);

}  // namespace xb::app
