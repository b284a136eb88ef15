#include "platform/identity/recovery/routes.h"

#include "platform/http/router.h"
#include "platform/identity/passwords.h"
#include "platform/identity/recovery/host.h"
#include "platform/identity/recovery/service.h"

namespace xb::identity {
namespace {

using http::permitted;
using http::recently;

constexpr auto may_ask = recently(permitted(Permission("people.reset")));
constexpr auto may_approve = recently(permitted(Permission("people.approve_reset")));
constexpr auto may_rule = recently(permitted(Permission("break_glass.rule")));

template <class T>
http::Response answer(int status, const T& value) {
  http::Response response;
  response.status = status;
  response.body = to_json(value);
  return response;
}

void add_link(http::Router& router, bool wants_second_factor) {
  auto& using_link = router.hashing(
      http::Method::post, {"session.use_reset", "/api/session/reset", http::anyone},
      [&router, wants_second_factor](const http::Request& request) -> Result<http::Response> {
        const auto json = TRY(parse_json(request.body));
        const auto input = TRY(Json<PasswordReset>::read(json));
        const auto& services = router.services();
        TRY(use_reset({*services.database, *services.keys, services.zone, wants_second_factor},
                      input, services.now()));
        http::Response response;
        response.status = 204;
        return response;
      });
  using_link.input = &http::typed::schema_of<PasswordReset>;
  using_link.success = 204;
}

// For the command line, which asks the server that holds the directory.
void add_host(http::Router& router) {
  auto& making = router.hashing(
      http::Method::post, {"admin.make_administrator", "/admin/administrators", http::local_only},
      [&router](const http::Request& request) -> Result<http::Response> {
        const auto json = TRY(parse_json(request.body));
        const auto input = TRY(Json<NewAdministrator>::read(json));
        const auto& services = router.services();
        const std::string password = random_password();
        const std::string hash = hash_password(password);
        std::optional<Result<AdministratorView>> made;
        services.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
          Work work{.tx = tx,
                    .keys = *services.keys,
                    .actor = Actor::system(),
                    .now = services.now(),
                    .zone = services.zone,
                    .id = new_token().substr(0, 32),
                    .if_version = {}};
          made = make_administrator(work, input, password, hash);
          return made->has_value();
        });
        return answer(201, TRY(std::move(*made)));
      });
  making.input = &http::typed::schema_of<NewAdministrator>;
  making.output = &http::typed::schema_of<AdministratorView>;
  making.success = 201;
  router.create({"admin.recover", "/admin/recoveries", http::local_only}, recover);
}

void add_glass(http::Router& router) {
  auto& breaking = router.raw(
      http::Method::post, {"break_glass.begin", "/api/break_glass", recently(http::signed_in)},
      http::Runs::writing, [](Work& work, const http::Request& request) -> Result<http::Response> {
        const auto json = TRY(parse_json(request.body));
        const auto input = TRY(Json<NewGlass>::read(json));
        return answer(201, TRY(break_glass(work, *request.caller, input)));
      });
  breaking.input = &http::typed::schema_of<NewGlass>;
  breaking.output = &http::typed::schema_of<GlassView>;
  breaking.success = 201;
  router.get({"break_glass.list", "/api/break_glass", permitted(Permission("break_glass.read"))},
             list_glasses);
  router.act({"break_glass.rule", "/api/break_glass/{id}/ruling", may_rule}, rule_on_glass);
}

}  // namespace

void recovery_routes(http::Router& router, bool wants_second_factor) {
  router.create({"resets.ask", "/api/people/{id}/resets", may_ask}, ask_reset);
  router.get({"resets.list", "/api/resets", permitted(Permission("people.approve_reset"))},
             list_resets);
  router.act({"resets.approve", "/api/resets/{id}/approval", may_approve}, approve_reset);
  router.act({"resets.refuse", "/api/resets/{id}/refusal", may_approve}, refuse_reset);
  add_link(router, wants_second_factor);
  add_host(router);
  add_glass(router);
}

}  // namespace xb::identity
