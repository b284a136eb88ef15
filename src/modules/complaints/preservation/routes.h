// The HTTP face of evidence preservation.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::complaints {

void preservation_routes(http::Router& router);

}  // namespace xb::complaints
