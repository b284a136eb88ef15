// Lists of units and people over HTTP and the admin socket.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::staffing {

void routes(http::Router& router);

}  // namespace xb::staffing
