#include "modules/search/routes.h"

#include "modules/search/service.h"
#include "platform/http/router.h"

namespace xb::search {
namespace {

// As whom somebody signed in reads what this permission lets him, if it lets him read any.
std::optional<Actor> reader(const identity::Session& session, Permission permission) {
  const auto allowed = identity::judge(session, permission, Sensitivity::masked);
  if (!allowed) return {};
  identity::Session as = session;
  as.allowed = *allowed;
  return as.actor();
}

Result<http::Response> find_for(Work& work, const http::Request& request) {
  const auto json = TRY(parse_json(request.body));
  const auto question = TRY(Json<Question>::read(json));
  const Viewer viewer{reader(*request.caller, Permission("complaint.read")),
                      reader(*request.caller, Permission("referral.read"))};
  http::Response response;
  response.body = to_json(TRY(find(work, viewer, question)));
  return response;
}

}  // namespace

// The words stand in the body: an address is kept by logs and histories.
void routes(http::Router& router) {
  auto& finding = router.raw(http::Method::post, {"search.find", "/api/search", http::signed_in},
                             http::Runs::reading, find_for);
  finding.input = &http::typed::schema_of<Question>;
  finding.output = &http::typed::schema_of<Hits>;
  router.act({"admin.rebuild_search", "/admin/search/rebuild", http::local_only}, rebuild);
}

}  // namespace xb::search
