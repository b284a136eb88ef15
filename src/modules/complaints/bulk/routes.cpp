#include "modules/complaints/bulk/routes.h"

#include "modules/complaints/bulk/service.h"
#include "modules/complaints/presence/service.h"
#include "modules/complaints/rules.h"
#include "platform/http/router.h"

namespace xb::complaints {
namespace {

template <class Bulk>
void add(http::Router& router, std::string_view operation, std::string_view path, Action action,
         Result<BulkReport> (*many)(const exchange::Ground&, const Bulk&)) {
  auto& route = router.blocking(
      http::Method::post, {operation, path, http::permitted(permission_of(action))},
      [&router, many](const http::Request& request) -> Result<http::Response> {
        const auto json = TRY(parse_json(request.body.empty() ? "{}" : request.body));
        const auto bulk = TRY(Json<Bulk>::read(json));
        const auto& services = router.services();
        const exchange::Ground ground{*services.database,
                                      *services.keys,
                                      services.now,
                                      services.zone,
                                      request.caller ? request.caller->actor() : Actor::system(),
                                      {},
                                      services.limits,
                                      services.taxonomies};
        http::Response response;
        response.body = to_json(TRY(many(ground, bulk)));
        return response;
      });
  route.input = &http::typed::schema_of<Bulk>;
  route.output = &http::typed::schema_of<BulkReport>;
}

}  // namespace

void desk_routes(http::Router& router) {
  add(router, "complaints.accept_many", "/api/complaints/bulk/acceptance", Action::accept,
      accept_many);
  add(router, "complaints.assign_many", "/api/complaints/bulk/assignment", Action::assign,
      assign_many);
  add(router, "complaints.archive_many", "/api/complaints/bulk/archive", Action::archive,
      archive_many);
  router.act({"complaints.be_present", "/api/complaints/{id}/presence",
              http::permitted(Permission("complaint.read"))},
             be_present);
}

}  // namespace xb::complaints
