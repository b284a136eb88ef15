// The list of modules: what each brings to the router, the followers, the importer and the
// sweep of clocks.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "platform/clocks/sweep.h"
#include "platform/evidence/followers.h"
#include "platform/exchange/import.h"
#include "platform/http/router.h"
#include "platform/identity/organisation/service.h"

namespace xb::app {

std::vector<evidence::Follower> followers();
std::vector<exchange::Target> import_targets();
std::vector<clocks::Source> clock_sources();

// Those of these files in the vault that a row names.
std::set<std::string> named_files(storage::Transaction& tx, const std::vector<std::string>& names);

void module_routes(http::Router& router);

// Whose records follow a unit that moves.
std::vector<identity::FollowUnit> unit_followers();

}  // namespace xb::app
