#include "modules/events/routes.h"

#include "modules/events/service.h"
#include "platform/http/router.h"

namespace xb::events {
namespace {

using http::Request;
using http::Response;

class Told : public http::Live {
 public:
  explicit Told(std::shared_ptr<Listener> listener) : listener_(std::move(listener)) {}

  void next(std::function<void(std::optional<std::string>)> then) override {
    listener_->next(std::move(then));
  }
  void leave() override { listener_->leave(); }

 private:
  std::shared_ptr<Listener> listener_;
};

}  // namespace

void routes(http::Router& router, Hub& hub) {
  auto& listening = router.raw(
      http::Method::get, {"events.listen", "/api/events", http::signed_in}, http::Runs::reading,
      [&hub](Work& work, const Request& request) -> Result<Response> {
        const auto last = request.header("last-event-id");
        auto listener = TRY(hub.listen(work, *request.caller, request.token, last));
        Response response;
        response.content_type = "text/event-stream";
        // A proxy that gathers answers would keep every event back.
        response.headers.emplace_back("X-Accel-Buffering", "no");
        response.live = std::make_shared<Told>(std::move(listener));
        return response;
      });
  listening.output = &http::typed::schema_of<Changed>;
  listening.output_type = "text/event-stream";
  listening.headers = {"Last-Event-ID"};
  listening.is_activity = false;
}

}  // namespace xb::events
