#include "platform/http/stream.h"

#include <array>
#include <memory>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace xb::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

namespace {

constexpr std::chrono::seconds close_within{5};

template <class S>
class StreamOf : public Stream {
 public:
  explicit StreamOf(S stream) : stream_(std::move(stream)) {}

  asio::awaitable<std::size_t> read_some(asio::mutable_buffer into, error_code& error) override {
    co_return co_await stream_.async_read_some(into,
                                               asio::redirect_error(asio::use_awaitable, error));
  }

  asio::awaitable<void> write(std::string_view first, std::string_view second,
                              error_code& error) override {
    const std::array pieces{asio::buffer(first.data(), first.size()),
                            asio::buffer(second.data(), second.size())};
    co_await asio::async_write(stream_, pieces, asio::redirect_error(asio::use_awaitable, error));
  }

  asio::awaitable<void> close() override {
    error_code ignored;
    if constexpr (requires { stream_.next_layer(); }) {
      beast::get_lowest_layer(stream_).expires_after(close_within);
      co_await stream_.async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
    }
    beast::get_lowest_layer(stream_).socket().shutdown(asio::socket_base::shutdown_send, ignored);
  }

  void abort() override {
    auto& socket = beast::get_lowest_layer(stream_).socket();
    error_code ignored;
    socket.set_option(asio::socket_base::linger(true, 0), ignored);  // resets instead of ending
    socket.close(ignored);
  }

  void cancel() override { beast::get_lowest_layer(stream_).cancel(); }

  void expires_after(std::chrono::seconds span) override {
    beast::get_lowest_layer(stream_).expires_after(span);
  }
  void expires_never() override { beast::get_lowest_layer(stream_).expires_never(); }

 private:
  S stream_;
};

using Tls = beast::ssl_stream<beast::tcp_stream>;
using Local = beast::basic_stream<asio::local::stream_protocol>;

}  // namespace

std::unique_ptr<Stream> stream_over(asio::ip::tcp::socket socket) {
  return std::make_unique<StreamOf<beast::tcp_stream>>(beast::tcp_stream(std::move(socket)));
}

std::unique_ptr<Stream> stream_over(asio::local::stream_protocol::socket socket) {
  return std::make_unique<StreamOf<Local>>(Local(std::move(socket)));
}

asio::awaitable<std::unique_ptr<Stream>> tls_stream_over(asio::ip::tcp::socket socket,
                                                         asio::ssl::context& context,
                                                         std::chrono::seconds within) {
  Tls stream(beast::tcp_stream(std::move(socket)), context);
  beast::get_lowest_layer(stream).expires_after(within);
  error_code error;
  co_await stream.async_handshake(asio::ssl::stream_base::server,
                                  asio::redirect_error(asio::use_awaitable, error));
  if (error) co_return nullptr;
  co_return std::make_unique<StreamOf<Tls>>(std::move(stream));
}

}  // namespace xb::http
