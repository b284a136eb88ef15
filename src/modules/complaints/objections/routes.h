#pragma once

namespace xb::http {
class Router;
}

namespace xb::complaints {

void objection_routes(http::Router& router);

}  // namespace xb::complaints
