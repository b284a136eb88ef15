#include "modules/complaints/objections/routes.h"

#include "modules/complaints/objections/service.h"
#include "platform/http/router.h"

namespace xb::complaints {

void objection_routes(http::Router& router) {
  constexpr auto may_read = http::permitted(Permission("objection.read"));
  constexpr auto may_acknowledge = http::permitted(Permission("objection.acknowledge"));
  auto& listing = router.get({"objections.list", "/api/objections", may_read}, list_objections);
  http::filtered_by(listing, objection_list());
  router.get({"objections.find", "/api/objections/{id}", may_read}, find_objection);
  auto& acknowledging = router.act(
      {"objections.acknowledge", "/api/objections/{id}/acknowledgement", may_acknowledge},
      acknowledge_objection);
  http::replayed_by(acknowledging, find_objection);
}

}  // namespace xb::complaints
