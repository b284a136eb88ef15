// The HTTP face of referrals.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::referrals {

void routes(http::Router& router);

}  // namespace xb::referrals
