#include "modules/complaints/quality/routes.h"

#include "modules/complaints/quality/service.h"
#include "modules/complaints/quality/store.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/http/router.h"

namespace xb::complaints {

void quality_routes(http::Router& router) {
  constexpr auto may_read = http::permitted(Permission("complaint.read"));
  auto& checking =
      router.act({"complaints.check_classes", "/api/complaints/{id}/classification-check",
                  http::permitted(permission_of(Action::check_classes))},
                 check_classes);
  http::replayed_by(checking, find_state);
  router.get({"complaints.doubts", "/api/complaints/{id}/doubts", may_read}, find_doubts);
  http::filtered_by(router.get({"doubts.list", "/api/doubts", may_read}, list_doubts),
                    doubt_list());
  http::filtered_by(
      router.get({"class_checks.list", "/api/classification-checks", may_read}, list_class_checks),
      class_check_list());
  router.get({"class_checks.agreement", "/api/classification-checks/agreement", may_read},
             agreement);
}

}  // namespace xb::complaints
