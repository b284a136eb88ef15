#include "app/modules.h"

#include "modules/cases/routes.h"
#include "modules/complaints/attachments/store.h"
#include "modules/complaints/clocks/extension.h"
#include "modules/complaints/clocks/sources.h"
#include "modules/complaints/decision/service.h"
#include "modules/complaints/followers.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/moving/service.h"
#include "modules/complaints/objections/routes.h"
#include "modules/complaints/offers/service.h"
#include "modules/complaints/preservation/sources.h"
#include "modules/complaints/quality/service.h"
#include "modules/complaints/routes.h"
#include "modules/complaints/similar/service.h"
#include "modules/complaints/tasks/limits.h"
#include "modules/desk/routes.h"
#include "modules/portal/drafts/service.h"
#include "modules/referrals/arrival/service.h"
#include "modules/referrals/routes.h"
#include "modules/referrals/service.h"
#include "modules/search/followers.h"
#include "modules/search/routes.h"
#include "modules/staffing/routes.h"
#include "modules/tip_offs/routes.h"
#include "modules/tip_offs/service.h"
#include "modules/today/routes.h"

namespace xb::app {

std::vector<evidence::Follower> followers(const sealing::Keyring& keys,
                                          const taxonomies::Book& words) {
  return {complaints::counting(), complaints::grouping(keys), complaints::doubting(keys, words),
          search::indexing(keys)};
}

std::vector<exchange::Target> import_targets() {
  return {complaints::import_target(), referrals::import_target()};
}

std::vector<clocks::Source> clock_sources() {
  std::vector<clocks::Source> out{complaints::preservation_source(), referrals::clock_source(),
                                  tip_offs::clock_source()};
  for (clocks::Source& source : complaints::task_sources()) out.push_back(std::move(source));
  for_each_enumerator<complaints::IntakeKind>([&](std::string_view, complaints::IntakeKind kind) {
    out.push_back(complaints::clock_source(kind));
  });
  return out;
}

approvals::Matters matters() {
  return {complaints::decision_matter(), complaints::extension_matter(),
          complaints::offer_matter()};
}

// What can be asked for is asked about complaints.
approvals::Glances glances() { return complaints::glances; }

void module_routes(http::Router& router) {
  cases::routes(router);
  complaints::routes(router);
  complaints::objection_routes(router);
  desk::routes(router);
  staffing::routes(router);
  referrals::routes(router);
  search::routes(router);
  tip_offs::routes(router);
  today::routes(router);
}

std::set<std::string> named_files(storage::Transaction& tx, const std::vector<std::string>& names) {
  auto out = complaints::named_files(tx, names);
  out.merge(portal::named_files(tx, names));
  return out;
}

std::vector<identity::FollowUnit> unit_followers() {
  return {complaints::follow_unit, referrals::follow_unit};
}

}  // namespace xb::app
