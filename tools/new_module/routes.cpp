#include "modules/samples/routes.h"

#include "modules/samples/service.h"
#include "platform/http/router.h"

namespace xb::samples {
namespace {

using http::permitted;

constexpr auto may_record = permitted(Permission("sample.record"));
constexpr auto may_read = permitted(Permission("sample.read"));
constexpr auto may_close = permitted(Permission("sample.close"));

}  // namespace

void routes(http::Router& router) {
  auto& recording = router.create({"samples.record", "/api/samples", may_record}, record);
  http::replayed_by(recording, find);
  router.get({"samples.find", "/api/samples/{id}", may_read}, find);
  auto& closing = router.act({"samples.close", "/api/samples/{id}/closure", may_close}, close);
  http::replayed_by(closing, find);
}

}  // namespace xb::samples
