#include "app/routes.h"

#include "app/modules.h"
#include "core/assets.h"
#include "platform/clocks/replay.h"
#include "platform/http/openapi.h"
#include "platform/sealing/rows.h"

namespace xb::app {
namespace {

using http::Method;
using http::Request;
using http::Response;

// The page shows a document of ours and talks to our own origin only.
constexpr auto page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

Response text(int status, std::string type, std::string body) {
  Response response;
  response.status = status;
  response.content_type = std::move(type);
  response.body = std::move(body);
  return response;
}

struct PageFile {
  std::string_view name;
  std::string_view asset;
  std::string_view type;
};

constexpr PageFile page_files[] = {
    {"", "data/pages/api/index.html", "text/html; charset=utf-8"},
    {"/page.js", "data/pages/api/page.js", "text/javascript; charset=utf-8"},
    {"/page.css", "data/pages/api/page.css", "text/css; charset=utf-8"},
    {"/swagger-ui-bundle.js", "web/node_modules/swagger-ui-dist/swagger-ui-bundle.js",
     "text/javascript; charset=utf-8"},
    {"/swagger-ui.css", "web/node_modules/swagger-ui-dist/swagger-ui.css",
     "text/css; charset=utf-8"},
};

void add_file(http::Router& router, const PageFile& file) {
  const std::string path = "/api/docs" + std::string{file.name};
  router.at_once(Method::get, {"page.api", path, http::anyone},
                 [file](const Request&) -> Result<Response> {
                   const auto bytes = asset(file.asset);
                   if (!bytes) return refuse(Reason::missing, "http.not_found");
                   Response response = text(200, std::string{file.type}, std::string{*bytes});
                   response.headers.emplace_back("Content-Security-Policy", page_policy);
                   response.headers.emplace_back("Cache-Control", "max-age=3600");
                   return response;
                 });
}

}  // namespace

void page_routes(http::Router& router, const Texts& texts) {
  router.at_once(Method::get, {"page.openapi", "/api/openapi.json", http::anyone},
                 [&router, &texts](const Request&) -> Result<Response> {
                   return text(200, "application/json; charset=utf-8",
                               http::openapi(router, texts, XB_VERSION));
                 });
  for (const PageFile& file : page_files) add_file(router, file);
}

void health_routes(http::Router& router, const Installation& installation,
                   const evidence::Followers& followers) {
  router.at_once(Method::get, {"page.alive", "/healthz", http::anyone},
                 [](const Request&) -> Result<Response> {
                   return text(200, "text/plain; charset=utf-8", "alive\n");
                 });
  // One word for the public; the causes need the admin socket.
  router.at_once(Method::get, {"page.ready", "/readyz", http::anyone},
                 [&](const Request&) -> Result<Response> {
                   const bool ready = readiness(installation, followers).ready;
                   return text(ready ? 200 : 503, "text/plain; charset=utf-8",
                               ready ? "ready\n" : "unready\n");
                 });
}

// Imports a year and, once that is committed, lets the running program know it.
Result<clocks::CalendarImported> import_year(Installation& installation, std::string_view json) {
  const auto year = TRY(workflow::read_calendar_year(json));
  Result<clocks::CalendarImported> outcome;
  installation.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = installation.work(tx);
    outcome = clocks::import_calendar(work, year);
    return outcome.has_value();
  });
  if (outcome)
    installation.database->read(
        [&](storage::Transaction& tx) { clocks::refresh(tx, *installation.limits); });
  return outcome;
}

void admin_routes(http::Router& router, Installation& installation,
                  const evidence::Followers& followers) {
  auto& importing =
      router.blocking(Method::post, {"admin.import_calendar", "/admin/calendars", http::local_only},
                      [&](const Request& request) -> Result<Response> {
                        const auto imported = TRY(import_year(installation, request.body));
                        return text(200, "application/json", to_json(imported));
                      });
  importing.takes_json = false;  // a file as it was published
  router.get(
      {"admin.compare_clocks", "/admin/clocks/comparison/{id}", http::local_only},
      +[](Work& work, Id<clocks::Clock> after) -> Result<clocks::Comparison> {
        return clocks::compare_clocks(work, clock_sources(), after.number - 1, compared_at_once);
      });
  router.get(
      {"admin.compare_entries", "/admin/clocks/entries/{id}", http::local_only},
      +[](Work& work, Id<clocks::Clock> place) -> Result<clocks::Comparison> {
        return clocks::compare_entries(work, place.number - 1, compared_at_once);
      });
  router.at_once(Method::get, {"admin.metrics", "/metrics", http::local_only},
                 [&](const Request&) -> Result<Response> {
                   return text(200, "text/plain; version=0.0.4", installation.metrics.print());
                 });
  router.at_once(Method::get, {"admin.readiness", "/admin/readiness", http::local_only},
                 [&](const Request&) -> Result<Response> {
                   return text(200, "application/json",
                               to_json(readiness(installation, followers)));
                 });
  router.at_once(
      Method::post, {"admin.confirm_clock", "/admin/clock/confirmation", http::local_only},
      [&](const Request&) -> Result<Response> {
        installation.clock->confirm();
        return text(200, "application/json", to_json(readiness(installation, followers)));
      });
  router.act(
      {"admin.skip", "/admin/followers/skip", http::local_only},
      +[](Work& work, const evidence::Skip& input) -> Result<evidence::Skip> {
        TRY(evidence::skip(work, sealing::key(work, {bank_id}), bank_id, input));
        return input;
      });
}

}  // namespace xb::app
