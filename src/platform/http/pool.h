// Threads for work that takes long, and a bound on what waits for them.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

#include <boost/asio/thread_pool.hpp>

namespace xb::http {

class Pool {
 public:
  struct Size {
    std::size_t threads;
    int waiting_max;
    int niceness;  // how far its threads stand back for the rest
  };

  explicit Pool(Size size) : size_(size), threads_(size.threads) {}

  // False if as much waits as may; `work` is then dropped.
  bool take(std::function<void()> work);

  // Waits for what runs and what waits.
  void stop() { threads_.join(); }

 private:
  const Size size_;
  std::atomic<int> waiting_ = 0;
  boost::asio::thread_pool threads_;
};

}  // namespace xb::http
