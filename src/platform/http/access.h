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
  // `entering`: also who has something to do first, such as changing a first password.
  enum class Kind { anyone, entering, signed_in, permitted, local } kind;
  std::optional<Permission> permission;
  Sensitivity sensitivity = Sensitivity::masked;
  bool wants_recent = false;  // one must lately have shown who one is

  bool wants_session() const {
    return kind == Kind::entering || kind == Kind::signed_in || kind == Kind::permitted;
  }
};
inline constexpr Access anyone{Access::Kind::anyone, {}};
inline constexpr Access entering{Access::Kind::entering, {}};
inline constexpr Access signed_in{Access::Kind::signed_in, {}};
inline constexpr Access local_only{Access::Kind::local, {}};  // over the admin socket
constexpr Access permitted(Permission permission, Sensitivity sensitivity = Sensitivity::masked) {
  return {Access::Kind::permitted, permission, sensitivity};
}
// As `access`, for what gives power to somebody.
constexpr Access recently(Access access) {
  access.wants_recent = true;
  return access;
}

// False for what a reader may ask again and again.
bool changes_something(Method method);

// The token of the session in the cookie, or empty.
std::string session_token(const Request& request);

// What changes something comes from our own pages, as far as a browser says where from (W3C Fetch
// Metadata), and in a session with the token that only they know. Refuses with http.other_site or
// session.csrf.
Result<void> check_origin(const Request& request, const Access& access,
                          const sealing::Keyring& keys);

// What a session is found and judged by.
struct Ground {
  const sealing::Keyring& keys;
  Zone zone;
  Instant now;
};

// Who is signed in, where the route wants that, with the scope of the tuple that allows it. Refuses
// with session.missing, permission.missing, session.password_due, session.second_factor_due or
// session.stale.
Result<std::optional<identity::Session>> caller_of(storage::Transaction& tx, const Ground& ground,
                                                   const Request& request, const Access& access);

}  // namespace xb::http
