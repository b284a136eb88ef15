// The HTTP face of clocks: notices, the rule book, calendars.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::clocks {

void routes(http::Router& router);

}  // namespace xb::clocks
