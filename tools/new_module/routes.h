// The HTTP face of samples.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::samples {

void routes(http::Router& router);

}  // namespace xb::samples
