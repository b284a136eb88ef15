// Imports over HTTP: upload with preview, progress, row errors, undo.
#pragma once

#include <vector>

#include "platform/exchange/import.h"

namespace xb::http {
class Router;
}

namespace xb::exchange {

class ImportJobs;

// What is referred to outlives the router.
void routes(http::Router& router, const std::vector<Target>& targets, ImportJobs& jobs);

}  // namespace xb::exchange
