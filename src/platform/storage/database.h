// The database: reads side by side, writes as commands. On SQLite one writer makes many commands
// durable with one fdatasync (group commit); on PostgreSQL each command is a transaction of its own
// on one of several connections. The rest of the program sees no difference.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/storage/queue.h"
#include "platform/storage/transaction.h"

namespace xb::telemetry {
class Metrics;
}

namespace xb::storage {

struct Options {
  // `postgresql://…`, or the path of a SQLite file.
  std::string address;
  std::size_t readers = 4;                      // connections that read; more callers wait
  std::chrono::milliseconds read_within{2000};  // one read, and the wait for its connection
  std::size_t writers = 8;                      // PostgreSQL only
  std::size_t waiting_max = 1024;               // commands a lane holds before it answers busy
  bool durable = true;     // SQLite only: synchronous=FULL; NORMAL loses rows in a power cut
  bool read_only = false;  // SQLite only: the disk does not let us write
  telemetry::Metrics* metrics = nullptr;
  // For tests of faults: see Connection::before_statement. Writers only.
  std::function<void(std::string_view sql)> before_statement;
};

struct Hooks {
  // In each group's transaction, after its commands and before COMMIT, if any left an entry.
  // SQLite only.
  std::function<void(Transaction&)> before_commit;
  // After each durable commit that left an entry.
  std::function<void()> after_commit;
  // Whether the work of this name has left an entry: settles a COMMIT whose answer was lost.
  std::function<bool(Transaction&, std::string_view work)> was_committed;
};

class Database {
 public:
  // Connects and checks the schema; throws Failure (Fault::schema if it is not current).
  static std::unique_ptr<Database> open(const Options& options);
  virtual ~Database() = default;

  // Before the first command.
  void set_hooks(Hooks hooks) { hooks_ = std::move(hooks); }

  // Queues a command; `done` runs on a writer's thread. A full queue calls `done` at once with
  // Fault::busy.
  void submit(Lane lane, Command command, Done done);

  // Answers busy to interactive commands that have waited longer than `age` and never started.
  // Called every second by the program; a started command is never dropped.
  void expire_waiting(std::chrono::milliseconds age);

  // Runs `work` here and now in a read-only snapshot. Throws Failure.
  virtual void read(const std::function<void(Transaction&)>& work) = 0;

  // Waits for what is queued, refuses what comes, and closes the log.
  virtual void stop() = 0;

  virtual Dialect dialect() const = 0;
  std::size_t waiting() const { return queue_.waiting(); }
  // Empty while all is well, else a stable word for readiness: `corrupt complaints`, `full` …
  virtual std::string trouble() const = 0;

  // submit and wait. True if committed, false if refused; throws Failure.
  bool write(Lane lane, const Command& command);

 protected:
  explicit Database(std::size_t waiting_max) : queue_(waiting_max) {}

  CommandQueue queue_;
  Hooks hooks_;
};

Dialect dialect_of(const std::string& address);

// A connection of its own, outside the pools, for migrations and checks.
std::unique_ptr<Connection> connect(const Options& options);

}  // namespace xb::storage
