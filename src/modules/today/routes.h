// The HTTP face of the work desk.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::today {

void routes(http::Router& router);

}  // namespace xb::today
