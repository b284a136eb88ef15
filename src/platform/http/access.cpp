#include "platform/http/access.h"

#include <algorithm>

#include "platform/identity/posts.h"
#include "platform/sealing/crypto.h"

namespace xb::http {

bool changes_something(Method method) { return method != Method::get && method != Method::head; }

std::string session_token(const Request& request) {
  constexpr std::string_view wanted = "__Host-sid=";
  std::string_view cookies = request.header("cookie");
  while (!cookies.empty()) {
    std::string_view pair = cookies.substr(0, cookies.find(';'));
    cookies.remove_prefix(std::min(pair.size() + 1, cookies.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.starts_with(wanted)) return std::string{pair.substr(wanted.size())};
  }
  return {};
}

Result<void> check_origin(const Request& request, const Access& access,
                          const sealing::Keyring& keys) {
  const bool needs_none = !changes_something(request.method) || request.token.empty() ||
                          access.kind == Access::Kind::anyone;
  if (needs_none) return {};
  const auto site = request.header("sec-fetch-site");
  const bool own_site = site.empty() || site == "same-origin" || site == "none";
  if (!own_site || !sealing::equal_in_constant_time(request.header("x-csrf-token"),
                                                    identity::csrf_token(keys, request.token)))
    return refuse(Reason::forbidden, "session.csrf");
  return {};
}

Result<std::optional<identity::Session>> caller_of(storage::Transaction& tx, const Request& request,
                                                   const Access& access, Instant now) {
  std::optional<identity::Session> session;
  if (!access.wants_session()) return session;
  if (!request.token.empty()) session = identity::session_of(tx, request.token, now);
  if (!session) return refuse(Reason::unauthenticated, "session.missing");
  if (access.permission && !identity::may(session->person.post, *access.permission))
    return refuse(Reason::forbidden, "permission.missing");
  return session;
}

}  // namespace xb::http
