#include "modules/complaints/working/routes.h"

#include "modules/complaints/contacts/service.h"
#include "modules/complaints/offers/service.h"
#include "modules/complaints/raising/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "modules/complaints/supervision/store.h"
#include "modules/complaints/supplement/service.h"
#include "modules/complaints/tasks/store.h"

namespace xb::complaints {
namespace {

constexpr auto may_read = http::permitted(Permission("complaint.read"));

http::Access allowed(Action action) { return http::permitted(permission_of(action)); }

void contact_routes(http::Router& router) {
  auto& contact =
      router.act({"complaints.contact", "/api/complaints/{id}/contacts", allowed(Action::contact)},
                 record_contact);
  auto& request =
      router.act({"complaints.request_supplement", "/api/complaints/{id}/supplement-request",
                  allowed(Action::request_supplement)},
                 request_supplement);
  auto& supplement = router.act(
      {"complaints.supplement", "/api/complaints/{id}/supplement", allowed(Action::supplement)},
      add_supplement);
  auto& raising = router.act(
      {"complaints.raise", "/api/complaints/{id}/raising", allowed(Action::raise)}, raise);
  for (auto* route : {&contact, &request, &supplement, &raising})
    http::replayed_by(*route, find_state);
  router.get({"complaints.contacts", "/api/complaints/{id}/contacts", may_read}, contacts_of);
  router.get({"complaints.supplements", "/api/complaints/{id}/supplement", may_read},
             supplements_of);
}

void task_routes(http::Router& router) {
  auto& making = router.create(
      {"complaints.dispatch", "/api/complaints/{id}/tasks", allowed(Action::dispatch)}, dispatch);
  auto& answering = router.act(
      {"tasks.answer", "/api/tasks/{id}/answer", allowed(Action::answer_task)}, answer_task);
  auto& handing_back = router.act(
      {"tasks.hand_back", "/api/tasks/{id}/hand-back", allowed(Action::hand_back_task)}, hand_back);
  for (auto* route : {&making, &answering, &handing_back})
    http::replayed_by(*route, find_task_state);
  router.get({"complaints.tasks", "/api/complaints/{id}/tasks", may_read}, tasks_of);
  auto& listing = router.get({"tasks.list", "/api/tasks", may_read}, list_tasks);
  http::filtered_by(listing, task_list());
  listing.query.emplace_back("side");
  router.get({"tasks.find", "/api/tasks/{id}", may_read}, find_task);
}

void offer_routes(http::Router& router) {
  auto& making = router.create(
      {"complaints.offer", "/api/complaints/{id}/offers", allowed(Action::offer)}, make_offer);
  auto& settling = router.act(
      {"offers.settle", "/api/offers/{id}/outcome", allowed(Action::settle_offer)}, settle_offer);
  for (auto* route : {&making, &settling}) http::replayed_by(*route, find_offer);
  router.get({"complaints.offers", "/api/complaints/{id}/offers", may_read}, offers_of);
}

void supervision_routes(http::Router& router) {
  auto& chasing = router.create(
      {"complaints.chase", "/api/complaints/{id}/chase", allowed(Action::chase)}, chase);
  auto& ordering = router.create(
      {"complaints.supervise", "/api/complaints/{id}/supervision", allowed(Action::supervise)},
      supervise);
  auto& acknowledging = router.act(
      {"chases.acknowledge", "/api/chases/{id}/acknowledgement", allowed(Action::acknowledge)},
      acknowledge_chase);
  auto& replying = router.act(
      {"supervisions.reply", "/api/supervisions/{id}/reply", allowed(Action::reply)}, reply);
  for (auto* route : {&chasing, &ordering, &acknowledging, &replying})
    http::replayed_by(*route, find_supervision);
  router.get({"complaints.supervisions", "/api/complaints/{id}/supervision", may_read},
             supervisions_of);
  auto& listing =
      router.get({"supervisions.list", "/api/supervisions", may_read}, list_supervisions);
  http::filtered_by(listing, supervision_list());
  listing.query.emplace_back("side");
}

}  // namespace

void working_routes(http::Router& router) {
  contact_routes(router);
  task_routes(router);
  offer_routes(router);
  supervision_routes(router);
}

}  // namespace xb::complaints
