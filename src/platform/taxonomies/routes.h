// Routes of taxonomies: what codes mean.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::taxonomies {

void routes(http::Router& router);

}  // namespace xb::taxonomies
