// The HTTP face of tip_offs.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::tip_offs {

void routes(http::Router& router);

}  // namespace xb::tip_offs
