#include "modules/portal/routes.h"

#include "modules/portal/drafts/routes.h"
#include "modules/portal/following/routes.h"

namespace xb::portal {

void routes(http::Router& router, Portal& portal) {
  draft_routes(router, portal);
  following_routes(router, portal);
}

}  // namespace xb::portal
