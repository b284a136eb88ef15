#include "modules/today/routes.h"

#include "modules/today/service.h"
#include "platform/http/router.h"

namespace xb::today {
namespace {

using http::Request;
using http::Response;

// What the session may do that the desk offers a key for.
May may_of(const identity::Session& session) {
  const auto allowed = [&](Permission permission) {
    return identity::judge(session, permission, Sensitivity::masked);
  };
  May out;
  out.handle = allowed(Permission("complaint.handle")).has_value();
  out.contact = allowed(Permission("complaint.contact")).has_value();
  out.preserve = allowed(Permission("complaint.preserve")).has_value();
  if (const auto referrals = allowed(Permission("referral.read"))) out.referrals = referrals->scope;
  out.sign_in_referrals = allowed(Permission("referral.sign_in")).has_value();
  out.handle_referrals = allowed(Permission("referral.handle")).has_value();
  return out;
}

}  // namespace

void routes(http::Router& router) {
  auto& looking =
      router.raw(http::Method::get,
                 {"today.look", "/api/today", http::permitted(Permission("complaint.read"))},
                 http::Runs::reading, [](Work& work, const Request& request) -> Result<Response> {
                   Response response;
                   response.body = to_json(TRY(today(work, may_of(*request.caller))));
                   return response;
                 });
  looking.output = &http::typed::schema_of<Today>;
}

}  // namespace xb::today
