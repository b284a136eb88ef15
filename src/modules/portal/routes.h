// The portal for consumers: nobody signs in, no cookie is read, and only our own pages ask.
#pragma once

#include "core/texts.h"
#include "modules/portal/guarding/service.h"
#include "modules/portal/types.h"

namespace xb::http {
class Router;
}

namespace xb::portal {

// What all its requests share; it outlives the router.
struct Portal {
  Settings settings;
  Guard guard;
  Texts texts = Texts::shipped();
};

void routes(http::Router& router, Portal& portal);

}  // namespace xb::portal
