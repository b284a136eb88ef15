#pragma once

#include "modules/portal/routes.h"

namespace xb::portal {

void following_routes(http::Router& router, Portal& portal);

}  // namespace xb::portal
