// SQLite: one writer with group commit, several readers.
#pragma once

#include <filesystem>
#include <thread>

#include "platform/storage/database.h"
#include "platform/storage/migrations.h"
#include "platform/storage/readers.h"
#include "platform/storage/trouble.h"

namespace xb::storage {

enum class SqliteRole { writer, reader };

std::unique_ptr<Connection> connect_sqlite(const Options& options, SqliteRole role);

class SqliteDatabase : public Database {
 public:
  explicit SqliteDatabase(const Options& options);
  ~SqliteDatabase() override;

  void set_hooks(Hooks hooks) override { hooks_ = std::move(hooks); }
  std::shared_ptr<Ticket> submit(Lane lane, Command command, Done done) override;
  void expire_waiting(std::chrono::milliseconds age) override {
    answer_busy(queue_.expire(std::chrono::steady_clock::now() - age));
  }
  void read(const std::function<void(Transaction&)>& work) override;
  void stop() override;
  Dialect dialect() const override { return Dialect::sqlite; }
  std::size_t waiting() const override { return queue_.waiting(); }
  std::string trouble() const override;

 private:
  struct Outcome {
    bool settled = false;  // refused, failed, or to be committed with the group
    bool left_entry = false;
    std::optional<Failure> failure;
  };
  using Group = std::vector<std::shared_ptr<Ticket>>;

  void serve();
  void run_group(const Group& group);
  void run_alone(const Group& group);
  // Throws if the transaction as a whole is lost.
  std::vector<Outcome> run_commands(const Group& group);
  Outcome run_one(const Command& command);
  void keep_or_drop(Outcome& outcome, bool accepted);
  void roll_back();
  void fill_ids();
  void tidy_log();

  Options options_;
  std::vector<Migration> migrations_;
  TableKinds kinds_;
  IdBlock ids_;
  Hooks hooks_;
  Trouble trouble_;
  std::unique_ptr<Connection> writer_;
  std::optional<Transaction> tx_;
  Readers readers_;
  CommandQueue queue_;
  bool log_is_empty_ = true;
  std::thread thread_;
};

}  // namespace xb::storage
