#include "platform/identity/routes.h"

#include "platform/http/router.h"
#include "platform/identity/sessions.h"
#include "platform/identity/store.h"

namespace xb::identity {
namespace {

constexpr std::string_view cookie_rules = "; Path=/; Secure; HttpOnly; SameSite=Strict";

http::Response with_session(int status, const SessionView& view) {
  http::Response response;
  response.status = status;
  response.body = to_json(view);
  return response;
}

Result<http::Response> enter(const http::Services& services, const http::Request& request) {
  const auto json = TRY(parse_json(request.body));
  const auto credentials = TRY(Json<Credentials>::read(json));
  const auto signed_in =
      TRY(sign_in(*services.database, *services.keys, credentials, services.now()));
  http::Response response = with_session(200, signed_in.view);
  response.headers.emplace_back("Set-Cookie",
                                "__Host-sid=" + signed_in.token + std::string{cookie_rules});
  return response;
}

Result<http::Response> leave(const http::Services& services, const http::Request& request) {
  services.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    delete_session(tx, request.caller->token_hash);
    return true;
  });
  http::Response response;
  response.status = 204;
  response.headers.emplace_back("Set-Cookie", "__Host-sid=; Max-Age=0" + std::string{cookie_rules});
  response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
  return response;
}

}  // namespace

void routes(http::Router& router) {
  auto& entering = router.hashing(
      http::Method::post, {"session.enter", "/api/session", http::anyone},
      [&router](const http::Request& request) { return enter(router.services(), request); });
  entering.input = &http::typed::schema_of<Credentials>;
  entering.output = &http::typed::schema_of<SessionView>;
  auto& looking = router.raw(
      http::Method::get, {"session.look", "/api/session", http::signed_in}, http::Runs::reading,
      [](Work& work, const http::Request& request) -> Result<http::Response> {
        return with_session(200, view_of(*request.caller, work.keys, request.token));
      });
  looking.output = &http::typed::schema_of<SessionView>;
  auto& leaving = router.blocking(
      http::Method::del, {"session.leave", "/api/session", http::signed_in},
      [&router](const http::Request& request) { return leave(router.services(), request); });
  leaving.success = 204;
}

}  // namespace xb::identity
