#include <boost/asio/awaitable.hpp>

boost::asio::awaitable<void> serve() {
  co_await wait();
}
