#include "app/modules.h"

#include "modules/complaints/clocks/sources.h"
#include "modules/complaints/followers.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/moving/service.h"
#include "modules/complaints/routes.h"
#include "modules/referrals/arrival/service.h"
#include "modules/referrals/routes.h"
#include "modules/referrals/service.h"
#include "modules/staffing/routes.h"
#include "modules/tip_offs/routes.h"
#include "modules/tip_offs/service.h"

namespace xb::app {

std::vector<evidence::Follower> followers() { return {complaints::counting()}; }

std::vector<exchange::Target> import_targets() {
  return {complaints::import_target(), referrals::import_target()};
}

std::vector<clocks::Source> clock_sources() {
  return {complaints::clock_source(), referrals::clock_source(), tip_offs::clock_source()};
}

void module_routes(http::Router& router) {
  complaints::routes(router);
  staffing::routes(router);
  referrals::routes(router);
  tip_offs::routes(router);
}

std::vector<identity::FollowUnit> unit_followers() {
  return {complaints::follow_unit, referrals::follow_unit};
}

}  // namespace xb::app
