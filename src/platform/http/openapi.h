// The OpenAPI 3.1 document of a router: printed by `xiaobao openapi`, served at /api/openapi.json.
#pragma once

#include <string>

#include "platform/http/router.h"

namespace xb::http {

// Pretty-printed JSON with a stable order.
std::string openapi(const Router& router, const Texts& texts, std::string_view version);

}  // namespace xb::http
