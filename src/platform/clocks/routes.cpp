#include "platform/clocks/routes.h"

#include "platform/clocks/notices.h"
#include "platform/http/router.h"

namespace xb::clocks {
namespace {

constexpr auto may_read = http::permitted(Permission("clock.read"));
constexpr auto may_acknowledge = http::permitted(Permission("clock.acknowledge"));

}  // namespace

void routes(http::Router& router) {
  auto& listing = router.get({"clock_notices.list", "/api/clock-notices", may_read}, list_notices);
  http::filtered_by(listing, notice_list());
  listing.query.emplace_back("yours");
  router.act(
      {"clock_notices.acknowledge", "/api/clock-notices/{id}/acknowledgement", may_acknowledge},
      acknowledge);
}

}  // namespace xb::clocks
