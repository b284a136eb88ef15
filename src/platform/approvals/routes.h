// The HTTP face of approvals. The office is the permission: whoever is signed in may ask, and sees
// what lies before his chair and what he asked for.
#pragma once

#include "platform/approvals/service.h"

namespace xb::http {
class Router;
}

namespace xb::approvals {

void routes(http::Router& router, Matters matters, Glances glances);

}  // namespace xb::approvals
