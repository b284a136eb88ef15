// Routes of this step.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::identity {

void people_routes(http::Router& router);

}  // namespace xb::identity
