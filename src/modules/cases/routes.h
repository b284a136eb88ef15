// The HTTP face of the case library.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::cases {

void routes(http::Router& router);

}  // namespace xb::cases
