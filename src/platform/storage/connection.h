// One connection and its prepared statements. The only place that talks to SOCI; everything above
// sees cells. Not for two threads at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/storage/cell.h"
#include "platform/storage/failure.h"

namespace xb::storage {

enum class Dialect { sqlite, postgres };

// What is called for each row of a result; the cells may be moved from.
using RowVisitor = std::function<void(std::span<Cell>)>;

class Connection {
 public:
  // `address` is what SOCI's back end of this dialect understands. Throws Failure.
  Connection(Dialect dialect, const std::string& address);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Runs a statement with a `?` for each value and returns the number of rows it changed. Rows are
  // read as `columns` says, by position, because SQLite's back end guesses computed columns wrong.
  // The statement is reset before this returns: one left open would keep serving old rows.
  std::int64_t run(std::string_view sql, std::vector<Cell> values,
                   std::span<const CellType> columns = {}, const RowVisitor& visit = {});

  // Runs a statement whose answer nobody reads. PostgreSQL gets it together with what follows, so
  // that its failure may show only in the next `run` or `settle`; what followed it did not run.
  void put(std::string_view sql, std::vector<Cell> values);
  // Waits for what was put.
  void settle();

  Dialect dialect() const { return dialect_; }

  // SQLite only. True outside a transaction: inside one it means the group is gone.
  bool in_autocommit() const;
  // SQLite only. Deferred foreign keys that would fail at COMMIT.
  int deferred_violations() const;
  // SQLite only. True if no statement is open and no transaction is held, read or write.
  bool is_at_rest() const;
  // SQLite only. Copies what the log holds into the database file; `truncate` also empties the log.
  void checkpoint(bool truncate);
  // SQLite only; PostgreSQL has statement_timeout. What runs `within` from now fails as busy.
  void limit_time(std::chrono::milliseconds within);
  // PostgreSQL only. False once the server has gone.
  bool is_alive() const;

  // For tests of faults: called with each statement before it runs, and may throw Failure.
  std::function<void(std::string_view sql)> before_statement;

 private:
  struct State;
  Dialect dialect_;
  std::unique_ptr<State> state_;
};

}  // namespace xb::storage
