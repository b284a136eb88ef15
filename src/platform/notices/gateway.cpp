#include "platform/notices/gateway.h"

#include <algorithm>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace xb::notices {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::uint64_t answer_bytes_max = 64 * 1024;

beast::http::request<beast::http::string_body> request_of(const Gateway& gateway,
                                                          const Message& message) {
  beast::http::request<beast::http::string_body> out{beast::http::verb::post, gateway.target, 11};
  out.set(beast::http::field::host, host_field(gateway));
  out.set(beast::http::field::content_type, "application/json");
  out.set("Idempotency-Key", message.id);
  if (!gateway.token.empty()) out.set(beast::http::field::authorization, "Bearer " + gateway.token);
  out.body() = message.body;
  out.prepare_payload();
  out.keep_alive(false);
  return out;
}

// One exchange over one connection. Each step runs to its end, or to the end of the stream's time.
class Call {
 public:
  explicit Call(const Gateway& gateway) : gateway_(gateway), resolver_(io_) {}

  std::optional<int> run(const Message& message) {
    if (!gateway_.is_tls) {
      beast::tcp_stream stream(io_);
      if (!connect(stream)) return {};
      return exchange(stream, message);
    }
    asio::ssl::context context(asio::ssl::context::tls_client);
    error_code error;
    context.set_default_verify_paths(error);
    beast::ssl_stream<beast::tcp_stream> stream(io_, context);
    stream.set_verify_mode(asio::ssl::verify_peer, error);
    stream.set_verify_callback(asio::ssl::host_name_verification(gateway_.host), error);
    SSL_set_tlsext_host_name(stream.native_handle(), gateway_.host.c_str());
    if (error || !connect(beast::get_lowest_layer(stream))) return {};
    const bool has_shaken =
        wait([&](auto done) { stream.async_handshake(asio::ssl::stream_base::client, done); });
    return has_shaken ? exchange(stream, message) : std::nullopt;
  }

 private:
  // False if it failed or took too long.
  template <class Start>
  bool wait(Start start) {
    error_code outcome = asio::error::timed_out;
    start([&outcome](error_code error, auto&&...) { outcome = error; });
    io_.restart();
    io_.run();
    return !outcome;
  }

  bool connect(beast::tcp_stream& stream) {
    error_code error;
    const auto found = resolver_.resolve(gateway_.host, gateway_.port, error);
    if (error) return false;
    stream.expires_after(gateway_.within);
    return wait([&](auto done) { stream.async_connect(found, done); });
  }

  template <class Stream>
  std::optional<int> exchange(Stream& stream, const Message& message) {
    const auto request = request_of(gateway_, message);
    if (!wait([&](auto done) { beast::http::async_write(stream, request, done); })) return {};
    beast::flat_buffer buffer;
    beast::http::response_parser<beast::http::string_body> parser;
    parser.body_limit(answer_bytes_max);
    if (!wait([&](auto done) { beast::http::async_read(stream, buffer, parser, done); })) return {};
    return parser.get().result_int();
  }

  const Gateway& gateway_;
  asio::io_context io_;
  tcp::resolver resolver_;
};

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

}  // namespace

Result<Gateway> read_gateway(std::string_view url) {
  const auto wrong = [] { return refuse(Reason::invalid, "notices.url", "notices.sms_url"); };
  Gateway out;
  if (!is_plain(url)) return wrong();
  if (url.starts_with("https://"))
    out.is_tls = true;
  else if (!url.starts_with("http://"))
    return wrong();
  url.remove_prefix(out.is_tls ? 8 : 7);
  const std::size_t slash = url.find('/');
  std::string_view authority = url.substr(0, slash);
  if (slash != std::string_view::npos) out.target = url.substr(slash);
  if (authority.find('@') != std::string_view::npos) return wrong();  // a secret has a file
  out.port = out.is_tls ? "443" : "80";
  const std::size_t colon = authority.rfind(':');
  if (colon != std::string_view::npos && !authority.ends_with(']')) {
    out.port = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
  }
  if (authority.starts_with('[') && authority.ends_with(']'))
    authority = authority.substr(1, authority.size() - 2);
  out.host = authority;
  if (out.host.empty() || !is_port(out.port)) return wrong();
  return out;
}

std::string host_field(const Gateway& gateway) {
  const bool is_ipv6 = gateway.host.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + gateway.host + "]" : gateway.host;
  const bool is_usual = gateway.port == (gateway.is_tls ? "443" : "80");
  return is_usual ? host : host + ":" + gateway.port;
}

std::optional<int> post(const Gateway& gateway, const Message& message) {
  return Call(gateway).run(message);
}

}  // namespace xb::notices
