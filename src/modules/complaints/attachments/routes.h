// The HTTP face of attachments: a file comes as the whole body and goes out piece by piece.
#pragma once

namespace xb::http {
class Router;
}

namespace xb::complaints {

void attachment_routes(http::Router& router);

}  // namespace xb::complaints
