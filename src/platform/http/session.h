// One connection: requests in, answers out.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include "platform/http/api.h"
#include "platform/http/stream.h"

namespace xb::http {

struct SessionLimits {
  std::vector<std::string> hosts;        // what Host may say; empty allows any
  std::vector<std::string> proxies;      // whose X-Forwarded-For counts
  std::chrono::seconds idle_max{75};     // between requests
  std::chrono::seconds head_within{10};  // a whole head, from its first byte
  std::chrono::seconds body_within{30};  // and one more for each 64 KiB announced
  std::chrono::seconds answer_within{60};
  std::chrono::seconds piece_within{10};  // of an answer that goes on
};

struct Peer {
  std::string remote;
  bool is_local = false;  // over the admin socket
};

// What all connections of a server share.
struct Traffic {
  Traffic() = default;
  ~Traffic();
  Traffic(const Traffic&) = delete;
  Traffic& operator=(const Traffic&) = delete;

  std::atomic<std::int64_t> connections = 0;
  std::atomic<bool> stopping = false;

  void begin_request();
  void end_request();
  void wait_for_requests(std::chrono::steady_clock::time_point until);

 private:
  std::mutex mutex_;
  std::condition_variable ended_;
  std::int64_t requests_ = 0;
};

// Counts a connection from its acceptance to its end, whatever it says or fails to say.
class Counted {
 public:
  explicit Counted(Traffic& traffic) : traffic_(&traffic) { ++traffic.connections; }
  ~Counted() {
    if (traffic_ != nullptr) --traffic_->connections;
  }
  Counted(Counted&& other) noexcept : traffic_(std::exchange(other.traffic_, nullptr)) {}
  Counted& operator=(Counted&&) = delete;

 private:
  Traffic* traffic_;
};

// Returns when the peer is done, too slow, or sent what cannot be understood.
boost::asio::awaitable<void> serve_session(std::unique_ptr<Stream> stream, Api& api,
                                           const SessionLimits& limits, Peer peer,
                                           Traffic& traffic);

}  // namespace xb::http
