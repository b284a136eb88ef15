#include "platform/http/head.h"

#include <algorithm>
#include <cstdint>
#include <random>

#include <boost/asio/ip/address.hpp>

#include "core/encoding.h"

namespace xb::http {

namespace beast = boost::beast;

namespace {

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::head: return Method::head;
    case beast::http::verb::post: return Method::post;
    case beast::http::verb::put: return Method::put;
    case beast::http::verb::patch: return Method::patch;
    case beast::http::verb::delete_: return Method::del;
    default: return Method::get;  // check_head lets nothing else pass
  }
}

// Takes the last element of a list `a, b, c` away from it.
std::string_view take_last(std::string_view& list) {
  const std::size_t comma = list.rfind(',');
  const bool is_only = comma == std::string_view::npos;
  std::string_view last = is_only ? list : list.substr(comma + 1);
  list = is_only ? std::string_view{} : list.substr(0, comma);
  while (last.starts_with(' ')) last.remove_prefix(1);
  while (last.ends_with(' ')) last.remove_suffix(1);
  return last;
}

}  // namespace

std::string new_request_id() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  const std::uint64_t number = random();
  return hex({reinterpret_cast<const char*>(&number), sizeof number});
}

Result<Request> request_of(const Parser& parser) {
  Request request;
  const auto& head = parser.get().base();
  request.method = method_of(head.method());
  const std::string_view target(head.target().data(), head.target().size());
  const std::size_t question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string_view::npos)
    request.query = TRY(parse_query(target.substr(question + 1)));
  for (const auto& field : head) {
    std::string name(field.name_string());
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    request.headers[std::move(name)] = std::string(field.value());
  }
  request.id = new_request_id();
  return request;
}

std::string client_of(const Request& request, const std::string& peer,
                      const std::vector<std::string>& proxies) {
  std::string client = peer;
  std::string_view forwarded = request.header("x-forwarded-for");
  while (std::find(proxies.begin(), proxies.end(), client) != proxies.end() && !forwarded.empty()) {
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string{take_last(forwarded)}, error);
    if (error) break;  // what stands before it may be anybody's word
    client = address.to_string();
  }
  return client;
}

Framing framing_of(const Response& response, bool is_1_0) {
  if (!response.next_part && !response.live) return Framing::length;
  return is_1_0 ? Framing::close : Framing::chunks;
}

std::string head_of(const Response& response, const std::string& request_id, bool keeps_open,
                    Framing framing) {
  std::vector<std::pair<std::string, std::string>> fields{
      {"Content-Type", response.content_type},
      {"X-Request-Id", request_id},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"X-Frame-Options", "DENY"},
      {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
      {"Cache-Control", "no-store"},
      {"Vary", "Accept-Language, Cookie"},
      {"Connection", keeps_open ? "keep-alive" : "close"},
  };
  // Neither has a body, and a length would announce one (RFC 9110, 8.6).
  const bool has_no_body = response.status == 204 || response.status == 304;
  if (framing == Framing::chunks)
    fields.emplace_back("Transfer-Encoding", "chunked");
  else if (framing == Framing::length && !has_no_body)
    fields.emplace_back("Content-Length", std::to_string(response.body.size()));
  for (const auto& [name, value] : response.headers) {
    const auto same =
        std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; });
    if (same != fields.end() && name != "Set-Cookie")
      same->second = value;
    else
      fields.emplace_back(name, value);
  }
  const auto status = static_cast<beast::http::status>(response.status);
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " " +
                    std::string(beast::http::obsolete_reason(status)) + "\r\n";
  for (const auto& [name, value] : fields) out += name + ": " + value + "\r\n";
  return out + "\r\n";
}

}  // namespace xb::http
