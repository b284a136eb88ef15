// Routes of the program itself: health for load balancers, the OpenAPI document and its page, and
// what the host may do over the admin socket.
#pragma once

#include "app/installation.h"
#include "app/readiness.h"
#include "platform/clocks/calendars.h"
#include "platform/http/router.h"

namespace xb::app {

// What is referred to outlives the router.
void page_routes(http::Router& router, const Texts& texts);
void health_routes(http::Router& router, const Installation& installation,
                   const evidence::Followers& followers);
// How many clocks or entries one comparison takes: well within the time of a read.
inline constexpr std::size_t compared_at_once = 500;

// Imports a year's calendar in the format of holiday-cn and lets the program reckon with it.
// Refuses with calendar.*.
Result<clocks::CalendarImported> import_year(Installation& installation, std::string_view json);

void admin_routes(http::Router& router, Installation& installation,
                  const evidence::Followers& followers);

}  // namespace xb::app
