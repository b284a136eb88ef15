#include "test/support/wire.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <poll.h>
#include <unistd.h>

#include "core/ensure.h"

namespace xb::test {
namespace {

constexpr int patience_ms = 50;  // how soon the end of the test is noticed

sockaddr_un socket_address(const std::string& path) {
  sockaddr_un out{};
  out.sun_family = AF_UNIX;
  ensure(path.size() < sizeof out.sun_path, "a socket's path is too long");
  path.copy(out.sun_path, path.size());
  return out;
}

int connect_to(const std::string& path) {
  const int line = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = socket_address(path);
  ensure(connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0,
         "the tests' PostgreSQL does not answer");
  return line;
}

// False at the end of the line.
bool pass_on(int from, int to) {
  char bytes[65'536];
  const ssize_t count = read(from, bytes, sizeof bytes);
  for (ssize_t done = 0; done < count;) {
    const ssize_t written =
        send(to, bytes + done, static_cast<std::size_t>(count - done), MSG_NOSIGNAL);
    if (written <= 0) return false;
    done += written;
  }
  return count > 0;
}

}  // namespace

Wire::Wire(const std::string& address) {
  const std::string mark = "?host=";
  const std::size_t at = address.find(mark) + mark.size();
  server_ = address.substr(at) + "/.s.PGSQL.5432";
  address_ = address.substr(0, at) + folder_.path().string();
  listening_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un own = socket_address(folder_.path() / ".s.PGSQL.5432");
  ensure(bind(listening_, reinterpret_cast<const sockaddr*>(&own), sizeof own) == 0 &&
             listen(listening_, 16) == 0,
         "no wire can be laid");
  accepting_ = std::thread([this] { accept(); });
}

Wire::~Wire() {
  is_over_ = true;
  accepting_.join();
  for (std::thread& thread : passing_) thread.join();
  close(listening_);
}

void Wire::accept() {
  while (!is_over_) {
    pollfd waiting{listening_, POLLIN, 0};
    if (poll(&waiting, 1, patience_ms) == 1)
      passing_.emplace_back(
          [this, client = ::accept(listening_, nullptr, nullptr)] { pass(client); });
  }
}

void Wire::pass(int client) {
  const int server = connect_to(server_);
  for (bool is_open = true; is_open && !is_over_;) {
    pollfd lines[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
    if (poll(lines, 2, patience_ms) <= 0) continue;
    if (lines[1].revents != 0) is_open = !is_losing_.exchange(false) && pass_on(server, client);
    if (is_open && lines[0].revents != 0) is_open = pass_on(client, server);
  }
  close(client);
  close(server);
}

}  // namespace xb::test
