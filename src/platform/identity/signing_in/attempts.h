// How often somebody may try: for one login from one network, for the network over all logins, and,
// where the password was right, for the person wherever he is. So nobody locks another out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "platform/identity/signing_in/store.h"
#include "platform/sealing/keyring.h"

namespace xb::identity {

// Keyed hashes, as they are stored.
struct Sources {
  std::string login;    // from this network
  std::string network;  // over all logins
};

Sources sources_of(const sealing::Keyring& keys, std::string_view login, std::string_view remote);
std::string code_source(const sealing::Keyring& keys, Id<Person> person);

void add_attempts(storage::Transaction& tx, const Sources& sources, Instant now);

// Refuses with session.wait, longer and longer.
Result<void> check_wait(const std::optional<AttemptsRow>& attempts, Instant now);
// Many people may sit behind one address, so its waits do not grow. Refuses with session.wait.
Result<void> check_network(const std::optional<AttemptsRow>& attempts, Instant now);

}  // namespace xb::identity
