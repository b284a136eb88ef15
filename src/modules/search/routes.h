// Searching over HTTP.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::search {

void routes(http::Router& router);

}  // namespace xb::search
