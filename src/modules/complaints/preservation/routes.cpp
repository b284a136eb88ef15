#include "modules/complaints/preservation/routes.h"

#include "modules/complaints/preservation/service.h"
#include "platform/http/router.h"

namespace xb::complaints {

void preservation_routes(http::Router& router) {
  constexpr auto may_preserve = http::permitted(Permission("complaint.preserve"));
  constexpr auto may_read = http::permitted(Permission("complaint.read"));
  auto& requesting =
      router.create({"preservation.request", "/api/complaints/{id}/preservation", may_preserve},
                    request_preservation);
  auto& settling = router.act(
      {"preservation.settle", "/api/preservation/{id}/outcome", may_preserve}, settle_preservation);
  for (auto* route : {&requesting, &settling}) http::replayed_by(*route, show_preservation);
  auto& listing =
      router.get({"preservation.list", "/api/preservation", may_read}, list_preservations);
  http::filtered_by(listing, preservation_list());
  router.get({"preservation.find", "/api/preservation/{id}", may_read}, show_preservation);
}

}  // namespace xb::complaints
