// The HTTP face of what follows from the proposal on: decision, fulfilment, lessons, archive.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::complaints {

void deciding_routes(http::Router& router);

}  // namespace xb::complaints
