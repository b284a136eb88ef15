// The list of modules: what each brings to the router, the followers, the importer, the sweep of
// clocks and the approvals.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "platform/approvals/service.h"
#include "platform/clocks/sweep.h"
#include "platform/evidence/followers.h"
#include "platform/exchange/import.h"
#include "platform/http/router.h"
#include "platform/identity/organisation/service.h"

namespace xb::app {

// What they refer to outlives them.
std::vector<evidence::Follower> followers(const sealing::Keyring& keys,
                                          const taxonomies::Book& words);
std::vector<exchange::Target> import_targets();
std::vector<clocks::Source> clock_sources();
approvals::Matters matters();
approvals::Glances glances();

// Those of these files in the vault that a row names.
std::set<std::string> named_files(storage::Transaction& tx, const std::vector<std::string>& names);

void module_routes(http::Router& router);

// Whose records follow a unit that moves.
std::vector<identity::FollowUnit> unit_followers();

}  // namespace xb::app
