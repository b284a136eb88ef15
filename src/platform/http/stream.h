// A connection's bytes, whatever carries them: TCP, TLS or the admin socket. Kept this narrow so
// that the protocol above is compiled once.
#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>

namespace xb::http {

class Stream {
 public:
  virtual ~Stream() = default;

  // At least one byte, or `error`.
  virtual boost::asio::awaitable<std::size_t> read_some(boost::asio::mutable_buffer into,
                                                        boost::system::error_code& error) = 0;
  // Both pieces whole, or `error`.
  virtual boost::asio::awaitable<void> write(std::string_view first, std::string_view second,
                                             boost::system::error_code& error) = 0;
  virtual boost::asio::awaitable<void> close() = 0;
  // At once, and so that the peer sees that what it has got is not whole.
  virtual void abort() = 0;
  // What runs ends with an error; the connection stays.
  virtual void cancel() = 0;

  // What runs then ends with an error. Without a limit until the next call.
  virtual void expires_after(std::chrono::seconds span) = 0;
  virtual void expires_never() = 0;
};

std::unique_ptr<Stream> stream_over(boost::asio::ip::tcp::socket socket);
std::unique_ptr<Stream> stream_over(boost::asio::local::stream_protocol::socket socket);
// Shakes hands first; nothing if that fails.
boost::asio::awaitable<std::unique_ptr<Stream>> tls_stream_over(boost::asio::ip::tcp::socket socket,
                                                                boost::asio::ssl::context& context,
                                                                std::chrono::seconds within);

}  // namespace xb::http
