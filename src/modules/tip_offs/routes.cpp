#include "modules/tip_offs/routes.h"

#include "modules/tip_offs/rules.h"
#include "modules/tip_offs/service.h"
#include "platform/http/router.h"

namespace xb::tip_offs {
namespace {

using http::permitted;

constexpr auto may_register = permitted(Permission("tip_off.register"));
constexpr auto may_read = permitted(Permission("tip_off.read"), Sensitivity::restricted);
constexpr auto may_open = permitted(Permission("tip_off.open_personal"), Sensitivity::restricted);

template <class Input>
void add_action(http::Router& router, std::string_view operation, std::string_view path,
                Action action, Result<TipOffState> (*take)(Work&, Id<TipOff>, const Input&)) {
  auto& route = router.act(
      {operation, path, permitted(permission_of(action), Sensitivity::restricted)}, take);
  http::replayed_by(route, find_state);
}

}  // namespace

void routes(http::Router& router) {
  auto& registering =
      router.create({"tip_offs.register", "/api/tip-offs", may_register}, register_tip_off);
  http::replayed_by(registering, find_registered);
  auto& listing = router.get({"tip_offs.list", "/api/tip-offs", may_read}, list);
  http::filtered_by(listing, list_spec());
  router.get({"tip_offs.count", "/api/tip-offs/counts", may_read}, count);
  router.get({"tip_offs.find", "/api/tip-offs/{id}", may_read}, find);
  router.get({"tip_offs.timeline", "/api/tip-offs/{id}/timeline", may_read}, timeline);
  add_action(router, "tip_offs.assign", "/api/tip-offs/{id}/assignment", Action::assign, assign);
  add_action(router, "tip_offs.decide", "/api/tip-offs/{id}/decision", Action::decide, decide);
  add_action(router, "tip_offs.close", "/api/tip-offs/{id}/closure", Action::close, close);
  router.act({"tip_offs.open_reporter", "/api/tip-offs/{id}/openings", may_open}, open_reporter);
}

}  // namespace xb::tip_offs
