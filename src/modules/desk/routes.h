// The HTTP face of the desk.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::desk {

void routes(http::Router& router);

}  // namespace xb::desk
