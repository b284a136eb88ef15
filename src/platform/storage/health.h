// What can be found out about a database without knowing what is in it.
#pragma once

#include <string>
#include <vector>

#include "platform/storage/connection.h"

namespace xb::storage {

struct HealthProblem {
  std::string code;   // check.corrupt, check.errors_verbose …
  std::string where;  // tables or a setting
  bool is_fatal = false;
};

// SQLite: reads every page. PostgreSQL: settings that would let personal data into its log or lose
// commits. Throws Failure.
std::vector<HealthProblem> health(Connection& connection);

}  // namespace xb::storage
