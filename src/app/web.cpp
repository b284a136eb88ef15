#include "app/web.h"

#include <algorithm>
#include <cstdlib>

#include "core/encoding.h"
#include "platform/sealing/crypto.h"

namespace xb::app {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view folder = "web/dist";
constexpr std::string_view portal = "/portal.html";
constexpr std::string_view console = "/console.html";

// Nothing but our own files; no script or style in a page or an attribute. Workers are held to the
// policy their own file came with, so it goes with every file.
constexpr auto policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self' blob:;"
    " worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

// What a page may ask the browser for. A consumer photographs and records what he hands in.
constexpr auto portal_permissions =
    "camera=(self), microphone=(self), accelerometer=(), autoplay=(),"
    " display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(),"
    " magnetometer=(), midi=(), payment=(), picture-in-picture=(),"
    " publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(),"
    " xr-spatial-tracking=()";
// The command room shows its page on the whole screen.
constexpr auto console_permissions =
    "camera=(), microphone=(), accelerometer=(), autoplay=(), display-capture=(),"
    " encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), hid=(),"
    " magnetometer=(), midi=(), payment=(), picture-in-picture=(),"
    " publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(),"
    " xr-spatial-tracking=()";

constexpr std::pair<std::string_view, std::string_view> types[] = {
    {".css", "text/css; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".ico", "image/x-icon"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".mp3", "audio/mpeg"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".webmanifest", "application/manifest+json"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
};

std::string type_of(std::string_view path) {
  for (const auto& [end, type] : types)
    if (path.ends_with(end)) return std::string{type};
  return "application/octet-stream";
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

// Takes what stands before `mark` away from a list.
std::string_view take(std::string_view& list, char mark) {
  const std::string_view out = list.substr(0, list.find(mark));
  list.remove_prefix(std::min(out.size() + 1, list.size()));
  return trimmed(out);
}

// `q=0`, `q=0.000`: named to say that it is not wanted (RFC 9110, 12.4.2).
bool is_unwanted(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view one = take(parameters, ';');
    const bool is_weight = one.starts_with("q=") || one.starts_with("Q=");
    if (is_weight && one.substr(2).find_first_not_of("0.") == std::string_view::npos) return true;
  }
  return false;
}

// Whether a list as Accept and Accept-Encoding have it names this.
bool names(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    std::string_view one = take(list, ',');
    if (take(one, ';') == wanted) return !is_unwanted(one);
  }
  return false;
}

// RFC 9110, 13.1.2: compared weakly.
bool has_it(std::string_view if_none_match, std::string_view etag) {
  while (!if_none_match.empty()) {
    std::string_view one = take(if_none_match, ',');
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag || one == "*") return true;
  }
  return false;
}

bool is_below(std::string_view path, std::string_view top) {
  return path.starts_with(top) && (path.size() == top.size() || path[top.size()] == '/');
}

}  // namespace

Web::Web(const std::vector<Asset>& files) {
  for (const Asset& file : files)
    if (!file.path.ends_with(".gz")) add(file.path.substr(folder.size()), file.bytes);
  for (const Asset& file : files) {
    if (!file.path.ends_with(".gz")) continue;
    const std::string_view path = file.path.substr(folder.size());
    const auto plain = files_.find(path.substr(0, path.size() - 3));
    if (plain != files_.end()) plain->second.gzip = file.bytes;
  }
  const auto how_to_build = asset("data/pages/web/index.html");
  for (const std::string_view page : {portal, console})
    if (!files_.contains(page)) add(page, how_to_build.value_or(std::string_view{}));
}

void Web::add(std::string_view path, std::string_view bytes) {
  files_[std::string{path}] = {
      .path = path, .bytes = bytes, .gzip = {}, .etag = hex(sealing::sha256(bytes)).substr(0, 32)};
}

const Web::File* Web::page_for(std::string_view path) const {
  for (const std::string_view apart : {"/api", "/admin", "/assets"})
    if (is_below(path, apart)) return nullptr;
  return &files_.find(is_below(path, "/desk") ? console : portal)->second;
}

Result<Response> Web::answer(const Request& request) const {
  const auto found = files_.find(request.path);
  const bool is_visit = names(request.header("accept"), "text/html");
  const File* file = found == files_.end() ? nullptr : &found->second;
  if (file == nullptr && is_visit) file = page_for(request.path);
  if (file == nullptr) return refuse(Reason::missing, "http.not_found");

  const bool is_page = file->path.ends_with(".html");
  const bool is_small = !file->gzip.empty() && names(request.header("accept-encoding"), "gzip");
  const std::string etag = "\"" + file->etag + (is_small ? "-gzip\"" : "\"");
  Response response;
  response.content_type = type_of(file->path);
  response.headers = {
      {"Content-Security-Policy", policy},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cache-Control",
       is_below(file->path, "/assets") ? "public, max-age=31536000, immutable" : "no-cache"},
      {"Vary", is_page ? "Accept, Accept-Encoding" : "Accept-Encoding"},
      {"ETag", etag},
  };
  if (is_page)
    response.headers.emplace_back("Permissions-Policy",
                                  file->path == console ? console_permissions : portal_permissions);
  if (has_it(request.header("if-none-match"), etag)) {
    response.status = 304;
    return response;
  }
  if (is_small) response.headers.emplace_back("Content-Encoding", "gzip");
  response.body = is_small ? file->gzip : file->bytes;
  return response;
}

Web shipped_web() { return Web(assets("web/dist/")); }

void web_routes(http::Router& router, const Web& web) {
  router.otherwise({"page.web", "/{path}", http::anyone},
                   [&web](const Request& request) { return web.answer(request); });
}

}  // namespace xb::app
