#include "platform/identity/people/routes.h"

#include "platform/http/router.h"
#include "platform/identity/people/service.h"
#include "platform/identity/people/store.h"

namespace xb::identity {
namespace {

using http::permitted;
using http::recently;

constexpr auto may_change = permitted(Permission("people.change"));
constexpr auto may_appoint = recently(permitted(Permission("people.appoint")));
constexpr auto may_grant = recently(permitted(Permission("people.grant")));
constexpr auto may_substitute = recently(permitted(Permission("people.substitute")));

}  // namespace

void people_routes(http::Router& router) {
  auto& listing = router.get({"people.list", "/api/people", http::signed_in}, list_staff);
  http::filtered_by(listing, staff_list_spec());
  router.ask({"people.search", "/api/people/search", http::signed_in}, search_staff);
  router.get({"people.find", "/api/people/{id}", http::signed_in}, find_staff);
  auto& hiring = router.create({"people.hire", "/api/people", may_appoint}, hire);
  http::replayed_by(hiring, find_staff);
  router.act({"people.change", "/api/people/{id}/change", may_change}, change_person);
  router.act({"people.suspend", "/api/people/{id}/suspension", may_change}, suspend);
  router.act({"people.reinstate", "/api/people/{id}/reinstatement", may_appoint}, reinstate);
  router.act({"people.leave", "/api/people/{id}/leaving", may_appoint}, leave);
  router.act({"people.rehire", "/api/people/{id}/return", may_appoint}, rehire);
  auto& appointing =
      router.create({"people.appoint", "/api/people/{id}/appointments", may_appoint}, appoint);
  http::replayed_by(appointing, find_posted);
  router.act({"people.transfer", "/api/people/{id}/transfer", may_appoint}, transfer);
  router.act({"people.end_appointment", "/api/appointments/{id}/end", may_appoint},
             end_appointment);
  auto& granting =
      router.create({"people.grant", "/api/appointments/{id}/grants", may_grant}, grant);
  http::replayed_by(granting, find_grant_view);
  // Read without signing in again: what is done with it asks for that.
  router.get({"people.grants", "/api/people/{id}/grants", permitted(Permission("people.grant"))},
             list_grants);
  router.act({"people.end_grant", "/api/grants/{id}/end", may_grant}, end_grant);
  auto& naming = router.create(
      {"people.name_substitute", "/api/people/{id}/substitutes", may_substitute}, name_substitute);
  http::replayed_by(naming, find_substitute_view);
  auto& naming_own = router.create(
      {"substitutes.name", "/api/substitutes", recently(http::signed_in)}, name_own_substitute);
  http::replayed_by(naming_own, find_substitute_view);
  router.get({"substitutes.list", "/api/substitutes", http::signed_in}, own_substitutes);
  router.act({"substitutes.end", "/api/substitutes/{id}/end", http::signed_in}, end_substitute);
  router.get({"posts.list", "/api/posts", http::signed_in}, list_posts);
}

}  // namespace xb::identity
