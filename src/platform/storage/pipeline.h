// Statements whose answers nobody reads, sent to PostgreSQL together: one round trip for many
// (libpq's pipeline mode). Not for two threads at once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/storage/cell.h"

struct pg_conn;

namespace xb::storage {

class Pipeline {
 public:
  explicit Pipeline(pg_conn* connection) : connection_(connection) {}

  // Sends a statement with a `?` for each value. Throws Failure only if the server has gone.
  void add(std::string_view sql, const std::vector<Cell>& values);

  // Waits until everything added is done and returns the number of rows the last statement changed.
  // Throws the Failure of the first statement that failed; what was added after it did not run.
  std::int64_t finish();

 private:
  struct Awaited {
    const std::string* sql;  // a key of names_
    bool prepares;
  };

  void await(const std::string& sql, bool prepares, int sent);
  void forget_prepared();

  pg_conn* connection_;
  std::unordered_map<std::string, std::string> names_;  // of prepared statements
  std::vector<Awaited> awaited_;
  int names_given_ = 0;
};

}  // namespace xb::storage
