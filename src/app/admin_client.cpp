#include "app/admin_client.h"

#include <sys/un.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "core/json.h"

namespace xb::app {

namespace asio = boost::asio;
namespace http = boost::beast::http;

Result<Reply> ask_server(const std::filesystem::path& socket, std::string_view method,
                         const std::string& target,
                         const std::map<std::string, std::string>& headers, std::string body) {
  if (socket.native().size() >= sizeof sockaddr_un{}.sun_path)
    return refuse(Reason::invalid, "directory.path_too_long");
  asio::io_context context;
  asio::local::stream_protocol::socket stream(context);
  boost::system::error_code error;
  stream.connect(asio::local::stream_protocol::endpoint(socket.string()), error);
  if (error) return refuse(Reason::missing, "admin.unreachable");
  http::request<http::string_body> request;
  request.method_string({method.data(), method.size()});
  request.target(target);
  request.version(11);
  request.set(http::field::host, "localhost");
  request.set(http::field::connection, "close");
  for (const auto& [name, value] : headers) request.set(name, value);
  request.body() = std::move(body);
  request.prepare_payload();
  http::write(stream, request, error);
  if (error) return refuse(Reason::missing, "admin.unreachable");
  boost::beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(boost::none);
  http::read(stream, buffer, parser, error);
  if (error) return refuse(Reason::missing, "admin.unreachable");
  return Reply{static_cast<int>(parser.get().result_int()), std::move(parser.get().body())};
}

Refusal refusal_of(const Reply& reply) {
  const auto json = parse_json(reply.body);
  const auto text = [&](const char* name) {
    const auto* object = json ? json->if_object() : nullptr;
    const auto* value = object != nullptr ? object->if_contains(name) : nullptr;
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string{};
  };
  const std::string code = text("code");
  return {Reason::invalid, code.empty() ? "internal" : code, text("field")};
}

Result<boost::json::value> answer_of(const Reply& reply, int wanted) {
  if (reply.status != wanted) return tl::unexpected(refusal_of(reply));
  return parse_json(reply.body);
}

}  // namespace xb::app
