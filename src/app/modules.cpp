#include "app/modules.h"

#include "modules/complaints/attachments/store.h"
#include "modules/complaints/clocks/sources.h"
#include "modules/complaints/followers.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/moving/service.h"
#include "modules/complaints/preservation/sources.h"
#include "modules/complaints/routes.h"
#include "modules/staffing/routes.h"

namespace xb::app {

std::vector<evidence::Follower> followers() { return {complaints::counting()}; }

std::vector<exchange::Target> import_targets() { return {complaints::import_target()}; }

std::vector<clocks::Source> clock_sources() {
  return {complaints::clock_source(), complaints::preservation_source()};
}

void module_routes(http::Router& router) {
  complaints::routes(router);
  staffing::routes(router);
}

std::set<std::string> named_files(storage::Transaction& tx, const std::vector<std::string>& names) {
  return complaints::named_files(tx, names);
}

std::vector<identity::FollowUnit> unit_followers() { return {complaints::follow_unit}; }

}  // namespace xb::app
