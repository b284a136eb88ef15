#include "modules/cases/routes.h"

#include "modules/cases/rules.h"
#include "modules/cases/service.h"
#include "modules/cases/store.h"
#include "platform/http/router.h"

namespace xb::cases {
namespace {

constexpr auto may_read = http::permitted(Permission("case.read"));
constexpr auto may_write = http::permitted(Permission("case.write"));

Result<Guides> all_guides(Work&) { return Guides{guides()}; }

}  // namespace

void routes(http::Router& router) {
  http::filtered_by(router.get({"cases.list", "/api/cases", may_read}, list_cases), list_spec());
  http::filtered_by(router.get({"cases.list_all", "/api/cases/all", may_write}, list_all_cases),
                    list_spec());
  router.get({"cases.find", "/api/cases/{id}", may_read}, find_case);
  auto& writing = router.create({"cases.write", "/api/cases", may_write}, write_case);
  http::replayed_by(writing, find_any_case);
  const auto may_publish = http::permitted(permission_of(Action::publish));
  router.act({"cases.publish", "/api/cases/{id}/publication", may_publish}, publish);
  router.act({"cases.withdraw", "/api/cases/{id}/withdrawal", may_publish}, withdraw);
  router.get({"cases.guides", "/api/guides", may_read}, all_guides);
  router.get({"cases.help_with", "/api/complaints/{id}/help",
              http::permitted(Permission("complaint.read"))},
             help_with);
}

}  // namespace xb::cases
