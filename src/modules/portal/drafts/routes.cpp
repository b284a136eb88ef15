#include "modules/portal/drafts/routes.h"

#include <boost/json/object.hpp>

#include "core/number.h"
#include "modules/portal/choices/service.h"
#include "modules/portal/drafts/service.h"
#include "modules/portal/filing/service.h"

namespace xb::portal {
namespace {

using http::anyone;
using http::Method;
using http::Request;

Result<DraftClaim> claim_of(const Request& request) {
  const auto id = TRY(http::typed::path_id(request.parameters.at(0)));
  return DraftClaim{{id}, std::string{request.header("x-draft-token")}};
}

files::Limits limits_of(const http::Router& router) {
  const auto* vault = router.services().vault;
  return vault == nullptr ? files::Limits{} : vault->limits();
}

Result<boost::json::object> told_of(const Request& request) {
  const std::string_view text = request.body.empty() ? std::string_view{"{}"} : request.body;
  auto json = TRY(parse_json(text));
  if (!json.is_object()) return wrong_type();
  return std::move(json.get_object());
}

Result<std::shared_ptr<files::Incoming>> receive(const http::Services& services, Portal& portal,
                                                 const Request& request) {
  TRY(told_file(request));
  const auto claim = TRY(claim_of(request));
  const auto ground = ground_of(services);
  Result<void> room;
  services.database->read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    room = check_room(work, claim);
  });
  TRY(std::move(room));
  const auto bytes = announced_bytes(request, services.vault->limits());
  TRY(portal.guard.admit_bytes(asker_of(request), bytes, services.now()));
  return services.vault->receive();
}

Result<http::Response> upload(const http::Services& services, const Request& request) {
  const auto told = TRY(told_file(request));
  const auto claim = TRY(claim_of(request));
  if (!request.file) return refuse(Reason::invalid, "file.empty", "file");
  const auto file = TRY(request.file->finish());
  const auto ground = ground_of(services);
  Result<TakenFile> outcome;
  services.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    outcome = add_file(work, claim, told.kind, told.name, file);
    return outcome.has_value() && outcome->is_new;
  });
  if (!outcome || !outcome->is_new) request.file->discard();
  if (!outcome) return tl::unexpected(std::move(outcome).error());
  http::Response response;
  response.status = outcome->is_new ? 201 : 200;
  response.body = to_json(outcome->view);
  return response;
}

void opening_route(http::Router& router, Portal& portal) {
  auto& route = serve<NewDraft>(
      router, Method::post, {"portal.open_draft", "/api/portal/drafts", anyone},
      [&portal](Work& work, const Request& request, int& status) -> Result<NewDraft> {
        TRY(portal.guard.admit_draft(work.keys, asker_of(request), work.now));
        status = 201;
        return open_draft(work);
      });
  route.success = 201;
  route.headers = {"X-Puzzle"};
}

void upload_route(http::Router& router, Portal& portal) {
  auto& route = router.blocking(
      Method::post, {"portal.add_file", "/api/portal/drafts/{id}/attachments", anyone},
      [&](const Request& request) { return upload(router.services(), request); });
  takes_file(router, route);
  route.headers.emplace_back("X-Draft-Token");
  route.receive = [&](const Request& request) {
    return receive(router.services(), portal, request);
  };
}

void submission_route(http::Router& router, Portal& portal) {
  auto& route = serve<Receipt>(
      router, Method::post, {"portal.submit", "/api/portal/drafts/{id}/submission", anyone},
      [&](Work& work, const Request& request, int& status) -> Result<Receipt> {
        const auto claim = TRY(claim_of(request));
        auto handed_in =
            TRY(hand_in(work, claim, {portal.settings, limits_of(router), request.language()}));
        status = handed_in.is_new ? 201 : 200;
        return std::move(handed_in.receipt);
      });
  route.success = 201;
  route.headers = {"X-Draft-Token"};
}

}  // namespace

Asker asker_of(const http::Request& request) {
  return {network_of(request.remote), std::string{request.header("x-puzzle")}, request.id};
}

exchange::Ground ground_of(const http::Services& services) {
  return {*services.database, *services.keys,     services.now, services.zone, Actor::system(), {},
          services.limits,    services.taxonomies};
}

Result<ToldFile> told_file(const http::Request& request) {
  const auto asked = request.query.find("kind");
  const auto kind = asked == request.query.end() || asked->second.size() != 1
                        ? std::nullopt
                        : named<complaints::AttachmentKind>(asked->second.front());
  if (!kind) return refuse(Reason::invalid, "field.choice", "kind");
  return ToldFile{*kind, TRY(files::decoded_name(request.header("x-file-name")))};
}

std::int64_t announced_bytes(const http::Request& request, const files::Limits& limits) {
  return parse_integer(request.header("content-length")).value_or(limits.largest());
}

void takes_file(http::Router& router, http::Route& route) {
  route.takes_json = false;
  route.body_max = static_cast<std::size_t>(limits_of(router).largest());
  route.success = 201;
  route.query = {"kind"};
  route.headers = {"X-File-Name"};
  route.output = &http::typed::schema_of<FileView>;
}

void draft_routes(http::Router& router, Portal& portal) {
  serve<Choices>(router, Method::get, {"portal.choices", "/api/portal/choices", anyone},
                 [&](Work& work, const Request&, int&) -> Result<Choices> {
                   return choices(work, portal.settings, limits_of(router));
                 });
  router
      .at_once(Method::get, {"portal.puzzle", "/api/portal/puzzle", anyone},
               [&router](const Request&) -> Result<http::Response> {
                 http::Response response;
                 const auto& services = router.services();
                 response.body = to_json(new_puzzle(*services.keys, services.now()));
                 return response;
               })
      .output = &http::typed::schema_of<Puzzle>;
  opening_route(router, portal);
  const auto with_token = [](http::Route& route) { route.headers = {"X-Draft-Token"}; };
  with_token(serve<DraftView>(router, Method::get,
                              {"portal.read_draft", "/api/portal/drafts/{id}", anyone},
                              [](Work& work, const Request& request, int&) -> Result<DraftView> {
                                return read_draft(work, TRY(claim_of(request)));
                              }));
  auto& saving = serve<DraftView>(
      router, Method::post, {"portal.save_draft", "/api/portal/drafts/{id}", anyone},
      [&portal](Work& work, const Request& request, int&) -> Result<DraftView> {
        const auto claim = TRY(claim_of(request));
        const auto told = TRY(told_of(request));
        TRY(portal.guard.admit_change(asker_of(request), work.now));
        return save_draft(work, claim, told);
      });
  saving.input = &http::typed::schema_of<Filing>;
  with_token(saving);
  with_token(serve<Done>(router, Method::post,
                         {"portal.drop_draft", "/api/portal/drafts/{id}/deletion", anyone},
                         [](Work& work, const Request& request, int&) -> Result<Done> {
                           return drop_draft(work, TRY(claim_of(request)));
                         }));
  upload_route(router, portal);
  with_token(serve<DraftView>(
      router, Method::post,
      {"portal.drop_file", "/api/portal/drafts/{id}/attachments/{file}/deletion", anyone},
      [](Work& work, const Request& request, int&) -> Result<DraftView> {
        const auto claim = TRY(claim_of(request));
        const auto file = TRY(http::typed::path_id(request.parameters.at(1)));
        return drop_file(work, claim, {file});
      }));
  submission_route(router, portal);
}

}  // namespace xb::portal
