void routes(Router& router) {
  router.act({"letters.send", "/api/letters", may_send}, send);
  router.act({"letters.burn", "/api/letters/burning", may_burn}, burn);
  router.act({"page.api", "/api/docs", anyone}, show);
  router.act({"admin.skip", "/admin/skip", local_only}, skip);
}
