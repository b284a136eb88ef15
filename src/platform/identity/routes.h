// Signing in and out over HTTP.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::identity {

void routes(http::Router& router);

}  // namespace xb::identity
