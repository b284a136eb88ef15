#include "platform/identity/routes.h"

#include "platform/http/router.h"
#include "platform/identity/organisation/routes.h"
#include "platform/identity/people/routes.h"
#include "platform/identity/recovery/routes.h"
#include "platform/identity/signing_in/routes.h"

namespace xb::identity {

void routes(http::Router& router, SecondFactor second_factor) {
  session_routes(router, second_factor == SecondFactor::by_post);
  organisation_routes(router);
  people_routes(router);
  recovery_routes(router, second_factor == SecondFactor::by_post);
}

}  // namespace xb::identity
