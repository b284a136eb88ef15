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

  void read(const std::function<void(Transaction&)>& work) override;
  void stop() override;
  Dialect dialect() const override { return Dialect::sqlite; }
  std::string trouble() const override;

 private:
  struct Outcome {
    bool is_kept = false;  // to be committed with the group
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
  Trouble trouble_;
  std::unique_ptr<Connection> writer_;
  std::optional<Transaction> tx_;
  Readers readers_;
  bool log_is_empty_ = true;
  std::thread thread_;
};

}  // namespace xb::storage
