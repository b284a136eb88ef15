#include "modules/staffing/routes.h"

#include "core/assets.h"
#include "core/number.h"
#include "modules/staffing/service.h"
#include "platform/http/router.h"

namespace xb::staffing {
namespace {

constexpr std::size_t file_bytes_max = std::size_t{64} << 20;
constexpr auto may_bring_units = http::recently(http::permitted(Permission("organisation.change")));
constexpr auto may_bring_people = http::recently(http::permitted(Permission("people.appoint")));

using Bring = Result<Outcome> (*)(const exchange::Ground&, const exchange::Mapping&, std::string,
                                  const Options&);

struct List {
  std::string name;  // of the folder of its mappings
  std::set<std::string> fields;
  Bring bring;
};

List units() { return {"units", unit_fields(), bring_units}; }
List people() { return {"people", staff_fields(), bring_people}; }

std::string parameter(const http::Request& request, std::string_view name,
                      std::string_view otherwise) {
  const auto found = request.query.find(name);
  if (found == request.query.end() || found->second.size() != 1) return std::string{otherwise};
  return found->second[0];
}

Result<bool> flag(const http::Request& request, std::string_view name) {
  const std::string text = parameter(request, name, "false");
  if (text != "true" && text != "false")
    return refuse(Reason::invalid, "field.choice", std::string{name});
  return text == "true";
}

// How much of the body is a mapping, before the file: only the command line sends its own.
Result<std::size_t> mapping_bytes(const http::Request& request) {
  const std::string text = parameter(request, "mapping_bytes", "");
  if (text.empty() || !request.is_local) return std::size_t{0};
  const auto bytes = parse_integer(text);
  if (!bytes || *bytes < 1 || static_cast<std::size_t>(*bytes) > request.body.size())
    return refuse(Reason::invalid, "mapping.malformed", "mapping_bytes");
  return static_cast<std::size_t>(*bytes);
}

Result<exchange::Mapping> mapping_for(const http::Request& request, const List& list,
                                      std::string_view own) {
  if (!own.empty()) return exchange::Mapping::parse(own, list.fields);
  const auto text =
      asset("data/mappings/" + list.name + "/" + parameter(request, "mapping", "ledger") + ".toml");
  if (!text) return refuse(Reason::missing, "mapping.missing", "mapping");
  return exchange::Mapping::parse(*text, list.fields);
}

Result<http::Response> bring(const http::Services& services, const List& list,
                             const http::Request& request) {
  const bool is_dry_run = TRY(flag(request, "dry_run"));
  const Options options{is_dry_run, TRY(flag(request, "whole"))};
  const std::size_t file_at = TRY(mapping_bytes(request));
  const std::string_view body = request.body;
  const auto mapping = TRY(mapping_for(request, list, body.substr(0, file_at)));
  Actor actor = Actor::system();
  if (request.caller) actor = request.caller->actor();
  const exchange::Ground ground{*services.database, *services.keys, services.now, services.zone,
                                actor};
  const auto outcome = TRY(list.bring(ground, mapping, std::string{body.substr(file_at)}, options));
  http::Response response;
  response.body = to_json(outcome);
  return response;
}

void add(http::Router& router, http::Spec spec, const List& list) {
  auto& route =
      router.blocking(http::Method::post, spec, [&router, list](const http::Request& request) {
        return bring(router.services(), list, request);
      });
  route.takes_json = false;
  route.body_max = file_bytes_max;
  route.query = {"mapping", "dry_run", "whole"};
  route.output = &http::typed::schema_of<Outcome>;
}

}  // namespace

void routes(http::Router& router) {
  add(router, {"staffing.bring_units", "/api/staffing/units", may_bring_units}, units());
  add(router, {"staffing.bring_people", "/api/staffing/people", may_bring_people}, people());
  add(router, {"admin.bring_units", "/admin/staffing/units", http::local_only}, units());
  add(router, {"admin.bring_people", "/admin/staffing/people", http::local_only}, people());
}

}  // namespace xb::staffing
