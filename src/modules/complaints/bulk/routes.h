// The HTTP face of steps on many cases, and of who else is at one.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::complaints {

void desk_routes(http::Router& router);

}  // namespace xb::complaints
