// Counters and distributions in the Prometheus text format. One object a process, passed by
// reference; names and labels are ours, never input.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace xb::telemetry {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // `route` is the pattern, not the path.
  void request(std::string_view route, int status, std::chrono::microseconds took);
  // An access that was refused, by route pattern and code.
  void denied(std::string_view route, std::string_view code);
  void refused_connection(std::string_view why);
  // One group on SQLite, one transaction on PostgreSQL.
  void commit(std::size_t commands, std::chrono::microseconds took);
  void retried(std::string_view why);
  void alarm(std::string_view event);

  // A figure asked for when the page is printed.
  void gauge(std::string name, std::string help, std::function<double()> read);

  // The exposition format, version 0.0.4.
  std::string print() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace xb::telemetry
