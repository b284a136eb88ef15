// The pages of the browser, as the web build left them in web/dist: the portal for `/` and what
// lies below, the console for `/desk`, and their files. What each may do in the browser is said
// here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/assets.h"
#include "platform/http/router.h"

namespace xb::app {

class Web {
 public:
  // `files` are those below `web/dist/`; a `.gz` beside a file is that file compressed. Where there
  // are none, a plain page says how to build them. Their bytes outlive this.
  explicit Web(const std::vector<Asset>& files);

  // What a GET is answered with that no route has a path for: a file, or the page whose routes in
  // the browser the path is one of, if somebody goes there. Refuses with http.not_found.
  Result<http::Response> answer(const http::Request& request) const;

 private:
  struct File {
    std::string_view path;
    std::string_view bytes;
    std::string_view gzip;  // empty where the web build made none
    std::string etag;       // without quotes
  };
  void add(std::string_view path, std::string_view bytes);
  const File* page_for(std::string_view path) const;

  std::map<std::string, File, std::less<>> files_;  // by the path in a URL
};

// What stands in the binary.
Web shipped_web();

// `web` outlives the router.
void web_routes(http::Router& router, const Web& web);

}  // namespace xb::app
