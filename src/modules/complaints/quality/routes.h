// Routes of the quality of classifications: what is doubtful, and what a second person found.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::complaints {

void quality_routes(http::Router& router);

}  // namespace xb::complaints
