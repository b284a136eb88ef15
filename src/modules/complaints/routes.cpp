#include "modules/complaints/routes.h"

#include "modules/complaints/accusation/service.h"
#include "modules/complaints/assignment/service.h"
#include "modules/complaints/attachments/routes.h"
#include "modules/complaints/bulk/routes.h"
#include "modules/complaints/classification/service.h"
#include "modules/complaints/clocks/service.h"
#include "modules/complaints/closure/service.h"
#include "modules/complaints/decision/routes.h"
#include "modules/complaints/earlier/service.h"
#include "modules/complaints/exporting/service.h"
#include "modules/complaints/opening/service.h"
#include "modules/complaints/preservation/routes.h"
#include "modules/complaints/quality/routes.h"
#include "modules/complaints/reading/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "modules/complaints/triage/service.h"
#include "modules/complaints/withdrawal/service.h"
#include "modules/complaints/working/routes.h"
#include "platform/http/router.h"

namespace xb::complaints {
namespace {

using http::permitted;

constexpr auto may_register = permitted(Permission("complaint.register"));
constexpr auto may_read = permitted(Permission("complaint.read"));
constexpr auto may_triage = permitted(Permission("complaint.triage"));
constexpr auto may_search = permitted(Permission("complaint.search"));
constexpr auto may_export = permitted(Permission("complaint.export"));
constexpr auto may_configure = permitted(Permission("complaint.configure"));
constexpr auto may_classify = permitted(Permission("complaint.classify"));
constexpr auto may_open = permitted(Permission("complaint.open_personal"), Sensitivity::personal);

// A parameter that is no filter.
std::optional<std::string> taken(storage::ListRequest& request, const std::string& name) {
  const auto asked = request.filters.extract(name);
  if (asked.empty()) return {};
  return asked.mapped().front();
}

Result<http::Response> start_export(const http::Services& services, const http::Request& request) {
  storage::ListRequest list = TRY(http::typed::list_request(request));
  const auto format = named<ExportFormat>(taken(list, "format").value_or("csv"));
  if (!format) return refuse(Reason::invalid, "field.choice", "format");
  ExportForm form{*format};
  if (const auto words = taken(list, "words")) {
    if (*words != "zh-CN" && *words != "en")
      return refuse(Reason::invalid, "field.choice", "words");
    form.language = *words == "en" ? Language::en : Language::zh_cn;
  }
  Actor actor = Actor::system();
  if (request.caller) actor = request.caller->actor();
  const exchange::Ground ground{
      *services.database, *services.keys,     services.now, services.zone, actor, {},
      services.limits,    services.taxonomies};
  http::Response response;
  response.next_part = TRY(export_complaints(ground, list, form, services.scratch));
  response.content_type = *format == ExportFormat::csv
                              ? "text/csv; charset=utf-8"
                              : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"complaints." +
                                                           std::string{name_of(*format)} + "\"");
  return response;
}

// Twice: for who is signed in, and for the host over the admin socket.
void add_export(http::Router& router, http::Spec spec) {
  auto& route = router.blocking(http::Method::post, spec, [&router](const http::Request& request) {
    return start_export(router.services(), request);
  });
  route.query = {"format", "sort", "words"};
  http::filtered_by(route, list_spec());
  route.output_type = "text/csv";
}

// An action of the lifecycle; asked for again with the same key it answers with the state as it is.
template <class Input>
void add_action(http::Router& router, std::string_view operation, std::string_view path,
                Action action, Result<ComplaintState> (*take)(Work&, Id<Complaint>, const Input&)) {
  auto& route = router.act({operation, path, permitted(permission_of(action))}, take);
  http::replayed_by(route, find_state);
}

template <IntakeKind kind>
Result<Registration> take_in_as(Work& work, const NewComplaint& input) {
  return take_in(work, kind, input);
}

template <IntakeKind kind>
void add_intake(http::Router& router, std::string_view operation, std::string_view path) {
  auto& route =
      router.create({operation, path, permitted(intake_of(kind).permission)}, take_in_as<kind>);
  http::replayed_by(route, find_registration);
}

// What is no complaint: each kind has its own permission.
void intake_routes(http::Router& router) {
  add_intake<IntakeKind::consultation>(router, "intakes.consult", "/api/consultations");
  add_intake<IntakeKind::suggestion>(router, "intakes.suggest", "/api/suggestions");
  add_intake<IntakeKind::praise>(router, "intakes.praise", "/api/praises");
  add_intake<IntakeKind::petition>(router, "intakes.petition", "/api/petitions");
  add_intake<IntakeKind::on_the_spot>(router, "intakes.note", "/api/on-the-spot-notes");
}

// Limits: each step is a resource of its own.
void clock_routes(http::Router& router) {
  const auto may = [](Permission permission) { return permitted(permission); };
  router.get({"complaints.clocks", "/api/complaints/{id}/clocks", may_read}, find_clocks);
  auto& extension = router.act(
      {"complaints.extend", "/api/complaints/{id}/extension", may(Permission("complaint.extend"))},
      extend);
  auto& exclusion = router.act({"complaints.exclude", "/api/complaints/{id}/exclusion",
                                may(Permission("complaint.exclude"))},
                               exclude);
  auto& ending = router.act({"complaints.end_exclusion", "/api/complaints/{id}/exclusion-end",
                             may(Permission("complaint.exclude"))},
                            end_exclusion);
  auto& restarting = router.act(
      {"complaints.restart", "/api/complaints/{id}/restart", may(Permission("complaint.restart"))},
      restart);
  auto& dating = router.act(
      {"complaints.set_date", "/api/complaints/{id}/date", may(Permission("complaint.set_date"))},
      set_date);
  for (auto* route : {&extension, &exclusion, &ending, &restarting, &dating})
    http::replayed_by(*route, find_state);
  router.get({"admin.explain", "/admin/complaints/{id}/explanation", http::local_only},
             explain_number);
}

}  // namespace

void routes(http::Router& router) {
  auto& registering =
      router.create({"complaints.register", "/api/complaints", may_register}, register_complaint);
  http::replayed_by(registering, find_registration);
  intake_routes(router);
  auto& listing = router.get({"complaints.list", "/api/complaints", may_read}, list);
  http::filtered_by(listing, list_spec());
  router.get({"complaints.count", "/api/complaints/counts", may_read}, count);
  router.act({"complaints.search", "/api/complaints/search", may_search}, search);
  router.act({"complaints.earlier", "/api/complaints/earlier", may_register}, find_earlier);
  add_export(router, {"complaints.export", "/api/complaints/export", may_export});
  add_export(router, {"admin.export", "/admin/complaints/export", http::local_only});
  router.get({"complaints.find", "/api/complaints/{id}", may_read}, find);
  router.get({"complaints.earlier_of", "/api/complaints/{id}/earlier", may_read}, earlier_of);
  auto& classifying = router.act(
      {"complaints.classify", "/api/complaints/{id}/classification", may_classify}, reclassify);
  http::replayed_by(classifying, find_state);
  router.get({"complaints.timeline", "/api/complaints/{id}/timeline", may_read}, timeline);
  add_action(router, "complaints.accept", "/api/complaints/{id}/acceptance", Action::accept,
             accept);
  add_action(router, "complaints.redirect", "/api/complaints/{id}/redirection", Action::redirect,
             redirect);
  add_action(router, "complaints.refuse", "/api/complaints/{id}/refusal", Action::refuse,
             refuse_complaint);
  add_action(router, "complaints.assign", "/api/complaints/{id}/assignment", Action::assign,
             assign);
  add_action(router, "complaints.take_over", "/api/complaints/{id}/takeover", Action::take_over,
             take_over);
  add_action(router, "complaints.close", "/api/complaints/{id}/closure", Action::close, close);
  add_action(router, "complaints.withdraw", "/api/complaints/{id}/withdrawal", Action::withdraw,
             withdraw);
  auto& accusing = router.act(
      {"complaints.name_accused", "/api/complaints/{id}/accused", may_triage}, name_accused);
  http::replayed_by(accusing, find_state);
  router.get({"complaints.routing", "/api/routing", may_read}, routing);
  router.act({"complaints.replace_routing", "/api/routing", may_configure}, replace_routing);
  router.act({"complaints.open", "/api/complaints/{id}/openings", may_open}, open_fields);
  clock_routes(router);
  deciding_routes(router);
  quality_routes(router);
  desk_routes(router);
  attachment_routes(router);
  preservation_routes(router);
  working_routes(router);
}

}  // namespace xb::complaints
