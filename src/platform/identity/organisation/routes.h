// Routes of this step.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::identity {

void organisation_routes(http::Router& router);

}  // namespace xb::identity
