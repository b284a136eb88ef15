#include "platform/identity/organisation/routes.h"

#include "core/number.h"
#include "platform/http/router.h"
#include "platform/identity/organisation/service.h"

namespace xb::identity {
namespace {

constexpr auto may_change = http::recently(http::permitted(Permission("organisation.change")));

Result<std::optional<std::string>> parameter(const http::Request& request, std::string_view name) {
  const auto found = request.query.find(name);
  if (found == request.query.end()) return std::optional<std::string>{};
  if (found->second.size() != 1)
    return refuse(Reason::invalid, "list.too_many_values", std::string{name});
  return std::optional{found->second[0]};
}

Result<http::Response> show_tree(Work& work, const http::Request& request) {
  for (const auto& [name, values] : request.query)
    if (name != "on" && name != "under")
      return refuse(Reason::invalid, "list.unknown_filter", field_name(name));
  const auto day = TRY(parameter(request, "on"));
  const auto top = TRY(parameter(request, "under"));
  std::optional<Date> on;
  if (day) {
    on = parse_date(*day);
    if (!on) return refuse(Reason::invalid, "field.date", "on");
  }
  std::optional<Id<Unit>> under;
  if (top) {
    const auto number = parse_integer(*top);
    if (!number || *number <= 0) return refuse(Reason::missing, "unit.missing", "under");
    under = Id<Unit>{*number};
  }
  http::Response response;
  response.body = to_json(TRY(tree(work.tx, work.zone.date(work.now), on, under)));
  return response;
}

}  // namespace

void organisation_routes(http::Router& router) {
  auto& showing =
      router.raw(http::Method::get, {"organisation.tree", "/api/organisation", http::signed_in},
                 http::Runs::reading, show_tree);
  showing.output = &http::typed::schema_of<Tree>;
  showing.query = {"on", "under"};
  router.get({"organisation.find", "/api/organisation/units/{id}", http::signed_in},
             find_unit_view);
  auto& opening =
      router.create({"organisation.open", "/api/organisation/units", may_change}, open_unit);
  http::replayed_by(opening, find_unit_view);
  router.act({"organisation.move", "/api/organisation/units/{id}/move", may_change}, move_unit);
  router.act({"organisation.rename", "/api/organisation/units/{id}/renaming", may_change},
             rename_unit);
  router.act({"organisation.close", "/api/organisation/units/{id}/closure", may_change},
             close_unit);
  router.create({"organisation.give_jurisdiction", "/api/organisation/jurisdictions", may_change},
                give_jurisdiction);
  router.act(
      {"organisation.end_jurisdiction", "/api/organisation/jurisdictions/{id}/end", may_change},
      end_jurisdiction);
}

}  // namespace xb::identity
