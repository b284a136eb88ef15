// The HTTP face of the event stream.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::events {

class Hub;

void routes(http::Router& router, Hub& hub);

}  // namespace xb::events
