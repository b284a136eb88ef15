// Everything a database holds, as text, so that two moments can be compared.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/storage/database.h"

namespace xb::test {

// The rows of each table, sorted. Without the table of id blocks: ids may be lost, nothing else
// may.
using World = std::map<std::string, std::vector<std::string>>;
World world(storage::Database& database);

// The names of all tables, those of the engine itself left out.
std::vector<std::string> tables(storage::Transaction& tx);

// True if `text` stands in any row of `table`, or of any table if none is named.
bool holds(const World& world, std::string_view text, std::string_view table = {});

}  // namespace xb::test
