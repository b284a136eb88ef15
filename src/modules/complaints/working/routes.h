// Routes of working a case: contacts, supplements, tasks, offers, chases, supervision, raising.
#pragma once

#include "platform/http/router.h"

namespace xb::complaints {

void working_routes(http::Router& router);

}  // namespace xb::complaints
