// Signing in and staying signed in. A token is 256 random bits, kept hashed; it ends after 15 idle
// minutes (等保 practice) and after 12 hours in any case.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/identity/types.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/database.h"
#include "platform/storage/work.h"

namespace xb::identity {

inline constexpr std::chrono::minutes idle_max{15};
inline constexpr std::chrono::hours age_max{12};

struct SignedIn {
  std::string token;  // for the cookie; 64 hex digits
  SessionView view;
};

// Who a token stands for.
struct Session {
  Person person;  // without the hash of his password
  Unit unit;
  std::string token_hash;
  Instant created_at;
  Instant seen_at;

  Actor actor() const;
};

// Refuses with session.wrong_credentials, in the same time whether the login exists or not. Runs on
// the caller's thread for some 15 ms.
Result<SignedIn> sign_in(storage::Database& database, const sealing::Keyring& keys,
                         const Credentials& credentials, Instant now);

// Nothing for a token that is unknown, idle for too long or too old.
std::optional<Session> session_of(storage::Transaction& tx, std::string_view token, Instant now);

// True if the time of last use is stale enough to be written again.
bool wants_touch(const Session& session, Instant now);

SessionView view_of(const Session& session, const sealing::Keyring& keys, std::string_view token);

// What must come back as X-CSRF-Token: HMAC of the token under the session key.
std::string csrf_token(const sealing::Keyring& keys, std::string_view token);

}  // namespace xb::identity
