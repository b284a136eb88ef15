#include "platform/inbox/routes.h"

#include "platform/http/router.h"
#include "platform/inbox/service.h"

namespace xb::inbox {

void routes(http::Router& router) {
  router.get({"inbox.read", "/api/inbox", http::signed_in}, read_inbox);
  router.act({"inbox.acknowledge", "/api/inbox/{id}/acknowledgement", http::signed_in},
             acknowledge);
}

}  // namespace xb::inbox
