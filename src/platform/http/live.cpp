#include "platform/http/live.h"

#include <cstdio>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

#include "platform/http/waiting.h"

namespace xb::http {

using boost::system::error_code;

namespace {

// Whether the peer is still there; all of it happens on the connection's one thread.
struct Watch {
  explicit Watch(const asio::any_io_executor& executor)
      : over(executor, asio::steady_timer::time_point::max()) {}

  asio::steady_timer over;
  bool is_over = false;
};

asio::awaitable<void> watch(Stream& stream, std::shared_ptr<Live> live,
                            std::shared_ptr<Watch> watched) {
  error_code ignored;
  char said = 0;
  co_await stream.read_some(asio::buffer(&said, 1), ignored);
  live->leave();
  watched->is_over = true;
  watched->over.cancel();
}

asio::awaitable<void> write_piece(Stream& stream, std::string bytes, bool is_chunked,
                                  error_code& error) {
  char size[24] = "";
  if (is_chunked) {
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    bytes += "\r\n";
  }
  co_await stream.write(size, bytes, error);
}

}  // namespace

asio::awaitable<void> tell(Stream& stream, std::shared_ptr<Live> live, Telling telling) {
  const asio::any_io_executor executor = co_await asio::this_coro::executor;
  auto watched = std::make_shared<Watch>(executor);
  stream.expires_never();
  asio::co_spawn(executor, watch(stream, live, watched), asio::detached);

  error_code error;
  stream.expires_after(telling.piece_within);
  co_await stream.write(telling.head, {}, error);
  std::optional<std::string> piece{std::string{telling.first}};
  while (!error && piece) {
    stream.expires_after(telling.piece_within);
    if (!piece->empty()) co_await write_piece(stream, std::move(*piece), telling.is_chunked, error);
    if (!error)
      piece = co_await answer_on_this_executor<std::optional<std::string>>(
          [&live](auto then) { live->next(then); });
  }
  live->leave();
  stream.expires_after(telling.piece_within);
  if (!error && !watched->is_over && telling.is_chunked)
    co_await stream.write("0\r\n\r\n", {}, error);
  // TLS cannot end in good order while something is read.
  stream.cancel();
  error_code ignored;
  while (!watched->is_over)
    co_await watched->over.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  if (error) stream.abort();
}

}  // namespace xb::http
