// Routes of this step.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::identity {

void recovery_routes(http::Router& router, bool wants_second_factor);

}  // namespace xb::identity
