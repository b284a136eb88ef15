// Commands that wait for a writer: bounded, two lanes; what waits too long never starts.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "platform/storage/failure.h"
#include "platform/storage/transaction.h"

namespace xb::storage {

// Runs in a transaction, maybe more than once, so it must not reach outside. True commits; false is
// a refusal and leaves nothing behind. May throw Failure.
using Command = std::function<bool(Transaction&)>;

// Called once, after the commit is durable or the command is refused or has failed.
using Done = std::function<void(const std::optional<Failure>&)>;

enum class Lane { interactive, bulk };

// A command in the queue.
struct Ticket {
  Ticket(Command what, Done then) : command(std::move(what)), done(std::move(then)) {}

  Command command;
  Done done;
  const std::chrono::steady_clock::time_point queued_at = std::chrono::steady_clock::now();
};

class CommandQueue {
 public:
  explicit CommandQueue(std::size_t waiting_max) : waiting_max_(waiting_max) {}

  // False if the lane is full or the queue closed.
  bool push(Lane lane, std::shared_ptr<Ticket> ticket);

  // Waits for work, at most `patience`. Returns up to `most` commands: interactive ones, and one
  // bulk command if no interactive one waits or the last bulk one is long ago. Empty on time-out or
  // when closed and drained.
  std::vector<std::shared_ptr<Ticket>> take(std::size_t most, std::chrono::milliseconds patience);

  // Those that have waited since before `queued_before`; they will never start.
  std::vector<std::shared_ptr<Ticket>> expire(std::chrono::steady_clock::time_point queued_before);

  // What waits is still handed out.
  void close();
  bool is_drained() const;
  std::size_t waiting() const;

 private:
  std::vector<std::shared_ptr<Ticket>> choose(std::size_t most);

  const std::size_t waiting_max_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::shared_ptr<Ticket>> interactive_;
  std::deque<std::shared_ptr<Ticket>> bulk_;
  std::chrono::steady_clock::time_point bulk_taken_at_{};
  bool closed_ = false;
};

}  // namespace xb::storage
