#include "platform/http/access.h"

#include <algorithm>
#include <cstdlib>

#include "platform/sealing/crypto.h"

namespace xb::http {
namespace {

Result<void> check_due(identity::Due due) {
  switch (due) {
    case identity::Due::nothing: return {};
    case identity::Due::password: return refuse(Reason::forbidden, "session.password_due");
    case identity::Due::second_factor:
      return refuse(Reason::forbidden, "session.second_factor_due");
  }
  std::abort();
}

}  // namespace

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
  if (!changes_something(request.method)) return {};
  const auto site = request.header("sec-fetch-site");
  const bool own_site = site.empty() || site == "same-origin" || site == "none";
  if (!own_site) return refuse(Reason::forbidden, "http.other_site");
  if (request.token.empty() || access.kind == Access::Kind::anyone) return {};
  if (!sealing::equal_in_constant_time(request.header("x-csrf-token"),
                                       identity::csrf_token(keys, request.token)))
    return refuse(Reason::forbidden, "session.csrf");
  return {};
}

Result<std::optional<identity::Session>> caller_of(storage::Transaction& tx, const Ground& ground,
                                                   const Request& request, const Access& access) {
  std::optional<identity::Session> session;
  if (!access.wants_session()) return session;
  if (!request.token.empty())
    session = identity::session_of(tx, ground.keys, ground.zone, request.token, ground.now);
  if (!session) return refuse(Reason::unauthenticated, "session.missing");
  if (access.permission) {
    const auto allowed = identity::judge(*session, *access.permission, access.sensitivity);
    if (!allowed) return refuse(Reason::forbidden, "permission.missing");
    session->allowed = *allowed;
  }
  if (access.kind != Access::Kind::entering) TRY(check_due(session->due));
  if (access.wants_recent && !identity::is_recent(*session, ground.now))
    return refuse(Reason::forbidden, "session.stale");
  return session;
}

}  // namespace xb::http
