// Who may call a route, and whether this caller may. What stands here is known from the head alone,
// so it can be asked before a body is read.
#pragma once

#include <optional>
#include <string>

#include "core/permission.h"
#include "platform/http/message.h"
#include "platform/identity/sessions.h"

namespace xb::http {

// Who may call a route.
struct Access {
  enum class Kind { anyone, signed_in, permitted, local } kind;
  std::optional<Permission> permission;

  bool wants_session() const { return kind == Kind::signed_in || kind == Kind::permitted; }
};
inline constexpr Access anyone{Access::Kind::anyone, {}};
inline constexpr Access signed_in{Access::Kind::signed_in, {}};
inline constexpr Access local_only{Access::Kind::local, {}};  // over the admin socket
constexpr Access permitted(Permission permission) { return {Access::Kind::permitted, permission}; }

// False for what a reader may ask again and again.
bool changes_something(Method method);

// The token of the session in the cookie, or empty.
std::string session_token(const Request& request);

// What changes something needs the token that only our pages know: refuses with session.csrf.
Result<void> check_origin(const Request& request, const Access& access,
                          const sealing::Keyring& keys);

// Who is signed in, where the route wants that. Refuses with session.missing or
// permission.missing.
Result<std::optional<identity::Session>> caller_of(storage::Transaction& tx, const Request& request,
                                                   const Access& access, Instant now);

}  // namespace xb::http
