// The schema and its history. A migration is a file `<module>/schema/<stamp>_<name>.sql`, ordered
// by stamp over all modules; a pair `*.sqlite.sql`, `*.postgres.sql` stands where the databases
// truly differ. Each runs in one transaction, forward only, and is remembered with its hash.
//
// The portable text: `bigint PRIMARY KEY` is SQLite's rowid, `bigint GENERATED ALWAYS AS IDENTITY
// PRIMARY KEY` its AUTOINCREMENT. Every table is declared in a comment before it is made:
//   -- table complaints: domain
// A domain table never changes without an evidence entry; an operational one may.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/storage/connection.h"

namespace xb::storage {

class Transaction;

struct Migration {
  std::string stamp;  // 20261121T0900
  std::string name;
  std::string_view text;
};

// What ships for `dialect`, in order.
std::vector<Migration> shipped_migrations(Dialect dialect);

// Which tables are of the domain. Undeclared tables count as domain: silence is never safe.
class TableKinds {
 public:
  explicit TableKinds(const std::vector<Migration>& migrations);

  // True if `sql` inserts into, updates or deletes from a domain table.
  bool is_domain_change(std::string_view sql) const;
  // Both lists, for the test that every table is declared.
  const std::vector<std::string>& operational() const { return operational_; }
  const std::vector<std::string>& domain() const { return domain_; }

 private:
  std::vector<std::string> operational_;
  std::vector<std::string> domain_;
};

// The table a changing statement names, empty for others.
std::string_view changed_table(std::string_view sql);

enum class SchemaState {
  empty,   // nothing is there yet
  behind,  // migrations wait
  current,
  ahead,    // the database knows a migration this program does not
  altered,  // a migration that was run differs from the one that ships
};

// How many migrations the database has seen.
std::int64_t migrations_seen(Transaction& tx);

SchemaState schema_state(Connection& connection, const std::vector<Migration>& migrations);

// Runs what waits, each in its own transaction; `before_first` runs once if anything waits and the
// schema is not empty. Throws Failure with Fault::schema if it is ahead or altered.
void migrate(Connection& connection, const std::vector<Migration>& migrations,
             const std::function<void()>& before_first = {});

// SQLite only: a copy of the whole database in `folder`, named by the newest migration it has.
void back_up(Connection& connection, const std::filesystem::path& folder);

}  // namespace xb::storage
