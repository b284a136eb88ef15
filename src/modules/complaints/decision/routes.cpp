#include "modules/complaints/decision/routes.h"

#include "modules/complaints/archiving/service.h"
#include "modules/complaints/archiving/store.h"
#include "modules/complaints/callback/service.h"
#include "modules/complaints/closure/service.h"
#include "modules/complaints/decision/service.h"
#include "modules/complaints/fulfilment/service.h"
#include "modules/complaints/fulfilment/store.h"
#include "modules/complaints/responsibility/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "modules/complaints/similar/service.h"
#include "platform/http/router.h"

namespace xb::complaints {
namespace {

constexpr auto may_read = http::permitted(Permission("complaint.read"));

http::Access may(Action action) { return http::permitted(permission_of(action)); }

void decision_routes(http::Router& router) {
  auto& proposing = router.act(
      {"complaints.propose", "/api/complaints/{id}/proposal", may(Action::propose)}, propose);
  auto& answering =
      router.act({"complaints.answer", "/api/complaints/{id}/answer", may(Action::answer)}, answer);
  auto& checking = router.act(
      {"complaints.check_sample", "/api/complaints/{id}/sample-check", may(Action::check_sample)},
      check_sample);
  for (auto* route : {&proposing, &answering, &checking}) http::replayed_by(*route, find_state);
  router.get({"complaints.decisions", "/api/complaints/{id}/decisions", may_read}, decisions_of);
}

void fulfilment_routes(http::Router& router) {
  auto& promising = router.create(
      {"complaints.promise", "/api/complaints/{id}/fulfilments", may(Action::promise)}, promise);
  http::replayed_by(promising, find_fulfilment);
  router.get({"complaints.fulfilments", "/api/complaints/{id}/fulfilments", may_read},
             fulfilments_of);
  auto& ending = router.act(
      {"fulfilments.end", "/api/fulfilments/{id}/outcome", may(Action::fulfil)}, end_fulfilment);
  http::replayed_by(ending, find_fulfilment);
  router.get({"fulfilments.find", "/api/fulfilments/{id}", may_read}, find_fulfilment);
  http::filtered_by(
      router.get({"fulfilments.list", "/api/fulfilments", may_read}, list_fulfilments),
      fulfilment_list());
}

void lesson_routes(http::Router& router) {
  router.act({"complaints.find_responsibility", "/api/complaints/{id}/responsibility",
              may(Action::find_responsibility)},
             find_responsibility);
  router.act({"complaints.object", "/api/complaints/{id}/objection", may(Action::object)}, object);
  router.act({"complaints.review_finding", "/api/complaints/{id}/responsibility-review",
              may(Action::review_finding)},
             review_finding);
  router.act({"complaints.name_cause", "/api/complaints/{id}/root-cause", may(Action::name_cause)},
             name_cause);
  router.get({"complaints.lessons", "/api/complaints/{id}/lessons", may_read}, lessons_of);
  router.act({"complaints.call_back", "/api/complaints/{id}/callback", may(Action::call_back)},
             call_back);
  router.act({"complaints.rate", "/api/complaints/{id}/rating", may(Action::rate)}, rate);
  router.get({"complaints.callbacks", "/api/complaints/{id}/callbacks", may_read}, callbacks_of);
}

void similar_routes(http::Router& router) {
  router.get({"complaints.similar", "/api/complaints/{id}/similar", may_read}, similar_to);
  router.get({"complaints.similar_groups", "/api/similar-groups", may_read}, similar_groups);
  auto& joining =
      router.act({"complaints.join", "/api/complaints/{id}/joining", may(Action::join)}, join);
  http::replayed_by(joining, find_state);
  auto& splitting =
      router.act({"complaints.split", "/api/complaints/{id}/splitting", may(Action::split)}, split);
  http::replayed_by(splitting, find_state);
}

void archive_routes(http::Router& router) {
  router.act({"complaints.archive", "/api/complaints/{id}/archive", may(Action::archive)}, archive);
  router.get({"complaints.archive_file", "/api/complaints/{id}/archive", may_read},
             find_archive_file);
  http::filtered_by(router.get({"archive.list", "/api/archive", may_read}, list_archive),
                    archive_list());
}

}  // namespace

void deciding_routes(http::Router& router) {
  decision_routes(router);
  fulfilment_routes(router);
  lesson_routes(router);
  archive_routes(router);
  similar_routes(router);
}

}  // namespace xb::complaints
