// The HTTP face of the inbox.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::inbox {

void routes(http::Router& router);

}  // namespace xb::inbox
