// PostgreSQL: each command is a transaction of its own at REPEATABLE READ on one of several
// connections, run again when another was faster.
#pragma once

#include <thread>

#include "platform/storage/database.h"
#include "platform/storage/migrations.h"
#include "platform/storage/readers.h"
#include "platform/storage/trouble.h"

namespace xb::storage {

enum class PostgresRole { writer, reader };

std::unique_ptr<Connection> connect_postgres(const Options& options, PostgresRole role);

class PostgresDatabase : public Database {
 public:
  explicit PostgresDatabase(const Options& options);
  ~PostgresDatabase() override;

  void read(const std::function<void(Transaction&)>& work) override;
  void stop() override;
  Dialect dialect() const override { return Dialect::postgres; }
  std::string trouble() const override { return trouble_.word(); }

 private:
  struct Attempt {
    std::optional<Failure> failure;
    bool is_kept = false;
    bool left_entry = false;
  };

  void serve();
  void run(Ticket& ticket, std::unique_ptr<Connection>& connection);
  Attempt attempt(const Command& command, Connection& connection);
  // What became of a COMMIT whose answer was lost.
  std::optional<Failure> settle(const std::string& work, const Failure& failure);
  void fill_ids(Connection& connection);

  Options options_;
  std::vector<Migration> migrations_;
  TableKinds kinds_;
  IdBlock ids_;
  std::mutex filling_ids_;
  Trouble trouble_;
  Readers readers_;
  std::vector<std::thread> threads_;
};

}  // namespace xb::storage
