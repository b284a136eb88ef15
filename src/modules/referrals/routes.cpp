#include "modules/referrals/routes.h"

#include "modules/referrals/account/service.h"
#include "modules/referrals/exporting/service.h"
#include "modules/referrals/handling/service.h"
#include "modules/referrals/matching/service.h"
#include "modules/referrals/opening/service.h"
#include "modules/referrals/reading/service.h"
#include "modules/referrals/rules.h"
#include "modules/referrals/service.h"
#include "platform/http/router.h"

namespace xb::referrals {
namespace {

using http::permitted;

constexpr auto may_read = permitted(Permission("referral.read"));
constexpr auto may_handle = permitted(Permission("referral.handle"));
constexpr auto may_export = permitted(Permission("referral.export"));
constexpr auto may_open = permitted(Permission("referral.open_personal"), Sensitivity::personal);

// Takes a parameter that is no filter out of the request.
std::optional<std::string> taken(storage::ListRequest& list, std::string_view name) {
  const auto found = list.filters.find(name);
  if (found == list.filters.end() || found->second.empty()) return {};
  std::string out = found->second.front();
  list.filters.erase(found);
  return out;
}

exchange::Ground ground_of(const http::Services& services, const http::Request& request) {
  Actor actor = Actor::system();
  if (request.caller) actor = request.caller->actor();
  return {*services.database, *services.keys,     services.now, services.zone, actor, {},
          services.limits,    services.taxonomies};
}

Result<http::Response> start_export(const http::Services& services, const http::Request& request) {
  storage::ListRequest list = TRY(http::typed::list_request(request));
  const auto format = named<ExportFormat>(taken(list, "format").value_or("csv"));
  if (!format) return refuse(Reason::invalid, "field.choice", "format");
  const auto mapping = taken(list, "mapping").value_or("");
  http::Response response;
  response.next_part =
      TRY(export_referrals(ground_of(services, request), list, mapping, *format, services.scratch));
  response.content_type = *format == ExportFormat::csv
                              ? "text/csv; charset=utf-8"
                              : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"referrals." +
                                                           std::string{name_of(*format)} + "\"");
  return response;
}

// Outside any transaction of its own: it reads page by page.
void add_candidates(http::Router& router) {
  auto& route = router.blocking(
      http::Method::post, {"referrals.find_candidates", "/api/referrals/candidates", may_handle},
      [&router](const http::Request& request) -> Result<http::Response> {
        std::size_t parameter = 0;
        const auto asked = TRY(http::typed::argument<Asked>(request, parameter));
        http::Response response;
        response.body = to_json(TRY(find_candidates(ground_of(router.services(), request), asked)));
        return response;
      });
  route.input = &http::typed::schema_of<Asked>;
  route.output = &http::typed::schema_of<CandidateLists>;
}

void add_export(http::Router& router) {
  auto& route = router.blocking(
      http::Method::post, {"referrals.export", "/api/referrals/export", may_export},
      [&router](const http::Request& request) { return start_export(router.services(), request); });
  route.query = {"mapping", "format", "sort"};
  http::filtered_by(route, list_spec());
  route.output_type = "text/csv";
}

// An action of the lifecycle; asked for again with the same key it answers with the state as it is.
template <class Input>
void add_action(http::Router& router, std::string_view operation, std::string_view path,
                Action action, Result<ReferralState> (*take)(Work&, Id<Referral>, const Input&)) {
  auto& route = router.act({operation, path, permitted(permission_of(action))}, take);
  http::replayed_by(route, find_state);
}

}  // namespace

void routes(http::Router& router) {
  auto& listing = router.get({"referrals.list", "/api/referrals", may_read}, list);
  http::filtered_by(listing, list_spec());
  router.get({"referrals.count", "/api/referrals/counts", may_read}, count);
  add_candidates(router);
  router.act(
      {"referrals.sign_in", "/api/referrals/sign-in", permitted(permission_of(Action::sign_in))},
      sign_in);
  add_export(router);
  router.get({"referrals.find", "/api/referrals/{id}", may_read}, find);
  router.get({"referrals.timeline", "/api/referrals/{id}/timeline", may_read}, timeline);
  auto& matching = router.act({"referrals.match", "/api/referrals/{id}/match", may_handle}, match);
  auto& registering = router.act(
      {"referrals.register_case", "/api/referrals/{id}/complaint", may_handle}, register_case);
  for (auto* route : {&matching, &registering}) http::replayed_by(*route, find_state);
  add_action(router, "referrals.contact", "/api/referrals/{id}/contacts", Action::contact,
             add_contact);
  add_action(router, "referrals.take_up", "/api/referrals/{id}/handling", Action::take_up, take_up);
  add_action(router, "referrals.draft", "/api/referrals/{id}/account", Action::draft, draft);
  add_action(router, "referrals.approve", "/api/referrals/{id}/approval", Action::approve, approve);
  add_action(router, "referrals.send_back", "/api/referrals/{id}/approval-refusal",
             Action::send_back, send_back);
  add_action(router, "referrals.fill_back", "/api/referrals/{id}/fill-back", Action::fill_back,
             fill_back);
  add_action(router, "referrals.rework", "/api/referrals/{id}/rework", Action::rework, rework);
  add_action(router, "referrals.finish", "/api/referrals/{id}/callback", Action::finish, finish);
  router.act({"referrals.open", "/api/referrals/{id}/openings", may_open}, open_fields);
}

}  // namespace xb::referrals
