// Routes of the program itself: health for load balancers, the OpenAPI document and its page, and
// what the host may do over the admin socket.
#pragma once

#include "app/installation.h"
#include "app/readiness.h"
#include "platform/http/router.h"

namespace xb::app {

// What is referred to outlives the router.
void page_routes(http::Router& router, const Texts& texts);
void health_routes(http::Router& router, const Installation& installation,
                   const evidence::Followers& followers);
void admin_routes(http::Router& router, Installation& installation,
                  const evidence::Followers& followers);

}  // namespace xb::app
