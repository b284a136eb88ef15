#include "platform/http/router.h"

void routes(Router& router) { router.act({"letters.send", "/api/letters", may_send}, send); }
