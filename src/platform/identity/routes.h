// Signing in and out, the organisation and its people over HTTP.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::identity {

// Whether posts that ask for a second factor get it: a trial bank may do without.
enum class SecondFactor { by_post, off };

void routes(http::Router& router, SecondFactor second_factor = SecondFactor::by_post);

}  // namespace xb::identity
