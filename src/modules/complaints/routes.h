// The HTTP face of complaints.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::complaints {

void routes(http::Router& router);

}  // namespace xb::complaints
