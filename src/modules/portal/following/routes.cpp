#include "modules/portal/following/routes.h"

#include "modules/complaints/attachments/service.h"
#include "modules/portal/drafts/routes.h"
#include "modules/portal/filing/service.h"
#include "modules/portal/following/service.h"
#include "platform/telemetry/log.h"

namespace xb::portal {
namespace {

using complaints::Complaint;
using http::anyone;
using http::Method;
using http::Request;
using http::Response;

Result<Id<Complaint>> case_asked(Work& work, const Request& request) {
  return case_of_token(work, request.header("x-case-token"));
}

// Too often, with how long to wait; in a problem document like any other.
Response waiting(const Portal& portal, const Request& request, std::chrono::seconds wait) {
  Response out =
      http::problem(portal.texts, request.language(), 429, {Reason::too_many, "portal.wait", {}});
  out.headers.emplace_back("Retry-After", std::to_string(wait.count()));
  return out;
}

// Wrong ones are counted whatever the number, so that both answers cost the same.
Result<Response> look(Portal& portal, Work& work, const Request& request) {
  const auto told = TRY(input_of<Look>(request));
  const Asker asker = asker_of(request);
  const std::string number = digits_of(told.number.str());
  std::chrono::seconds wait{0};
  const auto admitted = portal.guard.admit_look(work.keys, asker, number, work.now, wait);
  if (!admitted && wait.count() > 0) return waiting(portal, request, wait);
  TRY(Result<void>{admitted});
  auto followed = follow(work, told, portal.settings);
  if (!followed && followed.error().code == "portal.unknown")
    portal.guard.note_wrong(asker, number, work.now);
  const auto found = TRY(std::move(followed));
  Response response;
  response.body = to_json(found);
  return response;
}

void look_route(http::Router& router, Portal& portal) {
  auto& route = router.raw(
      Method::post, {"portal.follow", "/api/portal/following", anyone}, http::Runs::reading,
      [&portal](Work& work, const Request& request) { return look(portal, work, request); });
  route.input = &http::typed::schema_of<Look>;
  route.output = &http::typed::schema_of<Followed>;
  route.headers = {"X-Puzzle"};
}

// An act that the receipt's code is enough for.
template <class In>
void free_act(http::Router& router, Portal& portal, http::Spec spec,
              Result<void> (*step)(Work&, Id<Complaint>, const In&)) {
  auto& route = serve<CaseView>(
      router, Method::post, spec,
      [&portal, step](Work& work, const Request& request, int&) -> Result<CaseView> {
        const auto id = TRY(case_asked(work, request));
        const auto input = TRY(input_of<In>(request));
        TRY(portal.guard.admit_act(id.number, work.now));
        TRY(step(work, id, input));
        return case_view(work, id, portal.settings);
      });
  route.input = &http::typed::schema_of<In>;
  route.headers = {"X-Case-Token"};
}

// Staff have no business withdrawing, accepting or disputing as consumers (safety.md 17).
void note_staff_network(const Portal& portal, const Request& request, Id<Complaint> id) {
  for (const Range& network : portal.settings.staff_networks)
    if (network.has(request.remote))
      return telemetry::log(telemetry::Severity::warning, "portal.staff_network",
                            {{"request_id", request.id}, {"complaint", id.number}});
}

// A wrong code is counted whatever becomes of the act; what the act refuses takes back that the
// code was used.
template <class In>
Result<Response> bind(const http::Services& services, Portal& portal, const Request& request) {
  const auto input = TRY(input_of<In>(request));
  const auto ground = ground_of(services);
  Result<CaseView> outcome;
  Id<Complaint> acted_on;
  services.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    const auto id = case_asked(work, request);
    if (!id) {
      outcome = tl::unexpected(id.error());
      return false;
    }
    if (auto spent = spend_code(work, *id, binding(input), input.code); !spent) {
      outcome = tl::unexpected(std::move(spent).error());
      return true;
    }
    const auto done = act(work, {*id, portal.settings, request.language()}, input);
    acted_on = *id;
    outcome = done ? case_view(work, *id, portal.settings)
                   : Result<CaseView>{tl::unexpected(done.error())};
    return outcome.has_value();
  });
  if (!outcome) return tl::unexpected(std::move(outcome).error());
  note_staff_network(portal, request, acted_on);
  Response response;
  response.body = to_json(*outcome);
  return response;
}

template <class In>
void binding_act(http::Router& router, Portal& portal, http::Spec spec) {
  auto& route = router.blocking(Method::post, spec, [&](const Request& request) {
    return bind<In>(router.services(), portal, request);
  });
  route.input = &http::typed::schema_of<In>;
  route.output = &http::typed::schema_of<CaseView>;
  route.headers = {"X-Case-Token"};
}

void code_route(http::Router& router, Portal& portal) {
  auto& route =
      serve<CodeSent>(router, Method::post, {"portal.send_code", "/api/portal/case/codes", anyone},
                      [&portal](Work& work, const Request& request, int&) -> Result<CodeSent> {
                        const auto id = TRY(case_asked(work, request));
                        const auto input = TRY(input_of<CodeRequest>(request));
                        return send_code(work, id, input.act, portal.settings, request.language());
                      });
  route.input = &http::typed::schema_of<CodeRequest>;
  route.headers = {"X-Case-Token"};
}

// The case that a file may come to now.
Result<Id<Complaint>> case_for_file(Work& work, const Request& request) {
  const auto id = TRY(case_asked(work, request));
  TRY(complaints::check_act(work, id, complaints::ConsumerAct::supplement));
  return id;
}

Result<std::shared_ptr<files::Incoming>> receive(const http::Services& services, Portal& portal,
                                                 const Request& request) {
  TRY(told_file(request));
  const auto ground = ground_of(services);
  Result<Id<Complaint>> asked;
  services.database->read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    asked = case_for_file(work, request);
  });
  TRY(std::move(asked));
  const auto bytes = announced_bytes(request, services.vault->limits());
  TRY(portal.guard.admit_bytes(asker_of(request), bytes, services.now()));
  return services.vault->receive();
}

Result<Response> upload(const http::Services& services, const Request& request) {
  const auto told = TRY(told_file(request));
  if (!request.file) return refuse(Reason::invalid, "file.empty", "file");
  const auto file = TRY(request.file->finish());
  const auto ground = ground_of(services);
  Result<complaints::Attached> outcome;
  services.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    const auto id = case_for_file(work, request);
    if (id)
      outcome = complaints::attach(work, *id, told.kind, told.name, file, services.vault->limits());
    else
      outcome = tl::unexpected(id.error());
    return outcome.has_value() && outcome->is_new;
  });
  if (!outcome || !outcome->is_new) request.file->discard();
  if (!outcome) return tl::unexpected(std::move(outcome).error());
  const auto& view = outcome->view;
  Response response;
  response.status = outcome->is_new ? 201 : 200;
  response.body = to_json(FileView{.id = view.id.number,
                                   .kind = view.kind,
                                   .name = {files::safe_name(told.name, *file.type)},
                                   .type = view.type,
                                   .media_type = view.media_type,
                                   .bytes = view.bytes});
  return response;
}

void upload_route(http::Router& router, Portal& portal) {
  auto& route =
      router.blocking(Method::post, {"portal.attach", "/api/portal/case/attachments", anyone},
                      [&](const Request& request) { return upload(router.services(), request); });
  takes_file(router, route);
  route.headers.emplace_back("X-Case-Token");
  route.receive = [&](const Request& request) {
    return receive(router.services(), portal, request);
  };
}

void reading_routes(http::Router& router, Portal& portal) {
  auto& reading =
      serve<CaseView>(router, Method::get, {"portal.case", "/api/portal/case", anyone},
                      [&portal](Work& work, const Request& request, int&) -> Result<CaseView> {
                        return case_view(work, TRY(case_asked(work, request)), portal.settings);
                      });
  reading.headers = {"X-Case-Token"};
  auto& receipt =
      serve<Receipt>(router, Method::get, {"portal.receipt", "/api/portal/case/receipt", anyone},
                     [&portal](Work& work, const Request& request, int&) -> Result<Receipt> {
                       return receipt_of(work, TRY(case_asked(work, request)), portal.settings);
                     });
  receipt.headers = {"X-Case-Token"};
  auto& phone = serve<notices::ShownNotices>(
      router, Method::get, {"portal.demo_phone", "/api/portal/demo-phone", anyone},
      [&portal](Work& work, const Request& request, int&) -> Result<notices::ShownNotices> {
        if (!portal.settings.is_demo()) return refuse(Reason::missing, "http.not_found");
        std::optional<notices::Phone> wanted;
        const auto told = request.header("x-phone");
        if (!told.empty()) {
          auto read = notices::Phone::from(std::string{told});
          if (!read) return at_field("phone", std::move(read).error());
          wanted = std::move(*read);
        }
        return notices::shown_notices(work, wanted);
      });
  phone.headers = {"X-Phone"};
}

}  // namespace

void following_routes(http::Router& router, Portal& portal) {
  look_route(router, portal);
  reading_routes(router, portal);
  free_act<Supplementing>(router, portal,
                          {"portal.supplement", "/api/portal/case/supplement", anyone}, supplement);
  upload_route(router, portal);
  free_act<RatingGiven>(router, portal, {"portal.rate", "/api/portal/case/rating", anyone}, rate);
  code_route(router, portal);
  binding_act<WithdrawalAsked>(router, portal,
                               {"portal.withdraw", "/api/portal/case/withdrawal", anyone});
  binding_act<AcceptanceGiven>(router, portal,
                               {"portal.accept", "/api/portal/case/acceptance", anyone});
  binding_act<ObjectionRaised>(router, portal,
                               {"portal.dispute", "/api/portal/case/objection", anyone});
  binding_act<ContactGiven>(router, portal,
                            {"portal.change_contact", "/api/portal/case/contact", anyone});
}

}  // namespace xb::portal
