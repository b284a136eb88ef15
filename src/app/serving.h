// `serve`: everything that runs together.
#pragma once

#include <string>

#include "app/installation.h"

namespace xb::app {

// Blocks SIGTERM and SIGINT for this thread and all it starts, so that serve() alone gets them.
// Before any thread is started.
void block_signals();

// Serves until SIGTERM or SIGINT, then lets what runs end. Returns the exit code. `listen`
// overrides the configuration where it is not empty. Refuses with serve.address or
// serve.tls.
Result<int> serve(Installation& installation, const std::string& listen);

// The document of all routes, without an installation.
std::string openapi_document();

}  // namespace xb::app
