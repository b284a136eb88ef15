#include "modules/desk/routes.h"

#include "modules/desk/drafts/service.h"
#include "modules/desk/views/service.h"
#include "platform/http/router.h"

namespace xb::desk {

void routes(http::Router& router) {
  using http::signed_in;
  router.get({"views.list", "/api/views", signed_in}, list_views);
  auto& saving = router.create({"views.save", "/api/views", signed_in}, save_view);
  http::replayed_by(saving, find_view);
  router.act({"views.change", "/api/views/{id}/change", signed_in}, change_view);
  router.act({"views.delete", "/api/views/{id}/deletion", signed_in}, delete_view);
  router.get({"drafts.list", "/api/drafts", signed_in}, list_drafts);
  router.act({"drafts.keep", "/api/drafts", signed_in}, keep_draft);
  router.get({"drafts.read", "/api/drafts/{id}", signed_in}, read_draft);
  router.act({"drafts.drop", "/api/drafts/{id}/deletion", signed_in}, drop_draft);
}

}  // namespace xb::desk
