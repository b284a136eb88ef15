// A load of HTTP requests over keep-alive connections from one thread, closed loop (each connection
// asks again when it is answered) or open loop (requests start at a fixed rate, and waiting
// counts). Prints one JSON object.
#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <map>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  int port = 0;
  int connections = 64;
  double seconds = 10;
  double rate = 0;            // requests a second; 0 for a closed loop
  long requests = 0;          // stop after so many; 0 for no limit
  std::string requests_file;  // lines: METHOD TAB PATH TAB BODY
  std::string headers;        // sent with each, with \r\n at the end
};

struct Connection {
  int socket = -1;
  bool busy = false;
  Clock::time_point due;  // when the request should have started
  std::string out;
  std::size_t sent = 0;
  std::string in;
};

[[noreturn]] void die(const char* what) {
  std::perror(what);
  std::exit(2);
}

std::vector<std::string> load_requests(const Options& options) {
  std::vector<std::string> out;
  std::ifstream file(options.requests_file);
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    const std::string method = line.substr(0, first);
    const std::string path = line.substr(first + 1, second - first - 1);
    const std::string body = line.substr(second + 1);
    std::string request = method + " " + path +
                          " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(options.port) + "\r\n" +
                          options.headers;
    if (method != "GET")
      request +=
          "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
          "\r\n";
    out.push_back(request + "\r\n" + body);
  }
  if (out.empty()) die("no requests");
  return out;
}

int connect_to(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) die("connect");
  const int one = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
  return socket;
}

// The whole length of the answer at the front of `in`, 0 while it is not all there.
std::size_t answer_length(const std::string& in) {
  const std::size_t head = in.find("\r\n\r\n");
  if (head == std::string::npos) return 0;
  const std::size_t field = in.find("Content-Length: ");
  const std::size_t body =
      field < head ? static_cast<std::size_t>(std::atoll(in.c_str() + field + 16)) : 0;
  return in.size() >= head + 4 + body ? head + 4 + body : 0;
}

class Load {
 public:
  explicit Load(const Options& options)
      : options_(options), requests_(load_requests(options)), epoll_(epoll_create1(0)) {
    connections_.resize(static_cast<std::size_t>(options.connections));
    for (std::size_t i = 0; i < connections_.size(); ++i) {
      connections_[i].socket = connect_to(options.port);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      epoll_ctl(epoll_, EPOLL_CTL_ADD, connections_[i].socket, &event);
    }
  }

  void run() {
    const auto start = Clock::now();
    const auto end = start + std::chrono::duration_cast<Clock::duration>(
                                 std::chrono::duration<double>(options_.seconds));
    started_ = start;
    if (options_.rate == 0)
      for (auto& connection : connections_) begin(connection, Clock::now());
    while (Clock::now() < end + std::chrono::seconds(10)) {
      const bool ending =
          Clock::now() >= end || (options_.requests > 0 && begun_ >= options_.requests);
      if (ending && waiting_ == 0) break;
      if (options_.rate > 0 && !ending) start_due();
      epoll_event events[256];
      const int count = epoll_wait(epoll_, events, 256, patience_ms());
      for (int i = 0; i < count; ++i) read(connections_[events[i].data.u64], ending);
    }
    seconds_ = std::chrono::duration<double>(last_ - start).count();
  }

  void print() {
    std::sort(latencies_.begin(), latencies_.end());
    const auto at = [&](double share) {
      return latencies_.empty() ? 0.0
                                : latencies_[static_cast<std::size_t>(
                                      share * static_cast<double>(latencies_.size() - 1))];
    };
    std::printf(
        "{\"answers\":%zu,\"seconds\":%.3f,\"rate\":%.1f,\"p50_ms\":%.3f,\"p99_ms\":%.3f,"
        "\"max_ms\":%.3f,\"unanswered\":%ld,\"status\":{",
        latencies_.size(), seconds_, static_cast<double>(latencies_.size()) / seconds_, at(0.5),
        at(0.99), at(1), waiting_);
    const char* comma = "";
    for (const auto& [status, count] : statuses_) {
      std::printf("%s\"%d\":%ld", comma, status, count);
      comma = ",";
    }
    std::printf("}}\n");
  }

 private:
  // A slow rate leaves its processor to others, at the price of up to a millisecond.
  int patience_ms() const {
    if (options_.rate == 0) return 100;
    return options_.rate <= 500 ? 1 : 0;
  }

  // Starts what is due by now on idle connections; what finds none waits, and its waiting counts.
  void start_due() {
    const auto due = [&](long n) {
      return started_ + std::chrono::duration_cast<Clock::duration>(
                            std::chrono::duration<double>(static_cast<double>(n) / options_.rate));
    };
    for (auto& connection : connections_) {
      if (due(begun_) > Clock::now()) return;
      if (!connection.busy) begin(connection, due(begun_));
    }
  }

  void begin(Connection& connection, Clock::time_point due) {
    connection.out = requests_[static_cast<std::size_t>(begun_) % requests_.size()];
    connection.sent = 0;
    connection.due = due;
    connection.busy = true;
    ++begun_;
    ++waiting_;
    write(connection);
  }

  void write(Connection& connection) {
    while (connection.sent < connection.out.size()) {
      const ssize_t count = ::write(connection.socket, connection.out.data() + connection.sent,
                                    connection.out.size() - connection.sent);
      if (count < 0 && errno == EAGAIN) continue;  // requests are small: the buffer drains at once
      if (count <= 0) die("write");
      connection.sent += static_cast<std::size_t>(count);
    }
  }

  void read(Connection& connection, bool ending) {
    char buffer[65536];
    for (ssize_t count; (count = ::read(connection.socket, buffer, sizeof buffer)) > 0;)
      connection.in.append(buffer, static_cast<std::size_t>(count));
    const std::size_t length = answer_length(connection.in);
    if (length == 0) return;
    last_ = Clock::now();
    ++statuses_[std::atoi(connection.in.c_str() + 9)];
    latencies_.push_back(std::chrono::duration<double, std::milli>(last_ - connection.due).count());
    connection.in.erase(0, length);
    connection.busy = false;
    --waiting_;
    if (options_.rate == 0 && !ending) begin(connection, Clock::now());
  }

  const Options options_;
  const std::vector<std::string> requests_;
  int epoll_;
  std::vector<Connection> connections_;
  std::vector<double> latencies_;
  std::map<int, long> statuses_;
  long begun_ = 0;
  long waiting_ = 0;
  Clock::time_point started_;
  Clock::time_point last_;
  double seconds_ = 0;
};

Options options_of(int count, char** values) {
  Options options;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = values[i];
    const char* value = values[i + 1];
    if (name == "--port") options.port = std::atoi(value);
    if (name == "--connections") options.connections = std::atoi(value);
    if (name == "--seconds") options.seconds = std::atof(value);
    if (name == "--rate") options.rate = std::atof(value);
    if (name == "--requests") options.requests = std::atol(value);
    if (name == "--file") options.requests_file = value;
    if (name == "--header") options.headers += std::string{value} + "\r\n";
  }
  return options;
}

}  // namespace

int main(int count, char** values) {
  Load load(options_of(count, values));
  load.run();
  load.print();
}
