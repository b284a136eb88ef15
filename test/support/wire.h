// A wire between the program and PostgreSQL that a test can cut: it passes every byte on, until it
// is told to keep the next answer to itself and hang up.
#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "test/support/databases.h"

namespace xb::test {

class Wire {
 public:
  // `address` is that of a database on the tests' server.
  explicit Wire(const std::string& address);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  // The same database through the wire.
  const std::string& address() const { return address_; }

  // The server still gets what is asked next and does it; the answer is lost and the line with it.
  void lose_next_answer() { is_losing_ = true; }

 private:
  void accept();
  void pass(int client);

  Folder folder_;
  std::string server_;  // its socket
  std::string address_;
  int listening_ = -1;
  std::atomic<bool> is_losing_ = false;
  std::atomic<bool> is_over_ = false;
  std::thread accepting_;
  std::vector<std::thread> passing_;
};

}  // namespace xb::test
