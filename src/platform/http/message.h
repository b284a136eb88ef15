// A request as handlers see it and the answer they give. No sockets here.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "core/texts.h"
#include "platform/identity/sessions.h"

namespace xb::files {
class Incoming;
}

namespace xb::http {

enum class Method { get, head, post, put, patch, del };

struct Request {
  Method method = Method::get;
  std::string path;                                                    // as sent, without the query
  std::map<std::string, std::vector<std::string>, std::less<>> query;  // decoded
  std::map<std::string, std::string, std::less<>> headers;             // names in small letters
  std::string body;
  std::shared_ptr<const void> input;      // what its route read from the body, if it did already
  std::shared_ptr<files::Incoming> file;  // what came instead of a body, for a route that receives
  std::string remote;                     // address of the client, after trusted proxies
  std::string id;                         // X-Request-Id of the answer
  bool is_local = false;                  // came over the admin socket from root or our own user
  std::vector<std::string> parameters;    // of the route's pattern, in order
  std::string token;                      // of the session cookie, or empty
  std::optional<identity::Session> caller;  // who is signed in

  std::string_view header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
  }
  Language language() const { return preferred(header("accept-language")); }
};

// The next piece of a long answer, made outside the socket's thread; nothing at the end.
using NextPart = std::function<std::optional<std::string>()>;

// An answer that goes on until somebody ends it. Whoever gives such answers ends them before the
// server stops.
class Live {
 public:
  virtual ~Live() = default;
  // Calls `then` once, on any thread or at once, with the next piece; with nothing at the end.
  // Asked again only after that.
  virtual void next(std::function<void(std::optional<std::string>)> then) = 0;
  // Nobody reads any more: what waits for the next piece gets the end.
  virtual void leave() = 0;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  NextPart next_part;          // if set, `body` is the first piece and the rest follows chunked
  std::shared_ptr<Live> live;  // the same for what comes by and by, and may never end
};

// Decodes a target's query: `+` and escapes, well-formed UTF-8 without control characters. Refuses
// with http.query. Names and values are limited in number and size by the target's own limit.
Result<std::map<std::string, std::vector<std::string>, std::less<>>> parse_query(
    std::string_view query);

// RFC 9457, with the sentence in both languages: `title` is in the asker's.
Response problem(const Texts& texts, Language language, int status, const Refusal& refusal);

int status_of(const Refusal& refusal);

}  // namespace xb::http
