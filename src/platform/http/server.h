// Sockets: listens, reads requests within limits, writes answers. The only coroutines of the
// program. Each thread has its own io_context, so no strand is needed.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/api.h"

namespace xb::http {

struct Listen {
  std::string address;                // 127.0.0.1:8080 or [::1]:8080
  std::vector<std::string> hosts;     // what Host may say, beside the address itself
  std::vector<std::string> proxies;   // whose X-Forwarded-For counts
  std::filesystem::path certificate;  // PEM chain; empty for plain HTTP
  std::filesystem::path key;
  std::filesystem::path admin_socket;
  std::size_t threads = 1;
  std::size_t connections_max = 2000;     // fewer where the system lets us have fewer descriptors
  std::size_t descriptors_kept = 64;      // for the database, the log and files
  std::chrono::seconds piece_within{10};  // who reads answers that go on more slowly is cut off
};

class Server {
 public:
  // Listens, and waits with what comes until it is started. Refuses with serve.address or
  // serve.tls; field is the address or file.
  static Result<std::unique_ptr<Server>> open(Listen listen, Api& api, telemetry::Metrics& metrics);
  ~Server();

  // The port that was taken, where the address asked for port 0.
  unsigned short port() const;

  void start();
  // Takes no more connections, lets requests end for at most `grace`, closes the rest.
  void stop(std::chrono::seconds grace);

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace xb::http
