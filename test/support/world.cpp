#include "test/support/world.h"

#include <algorithm>

namespace xb::test {
namespace {

constexpr storage::CellType text_type[] = {storage::CellType::text};

std::vector<std::string> texts(storage::Transaction& tx, const std::string& sql) {
  std::vector<std::string> out;
  tx.read(sql, {}, text_type, [&](std::span<storage::Cell> row) {
    auto* text = std::get_if<std::string>(&row[0]);
    out.push_back(text == nullptr ? "NULL" : std::move(*text));
  });
  return out;
}

std::vector<std::string> columns(storage::Transaction& tx, const std::string& table) {
  if (tx.dialect() == storage::Dialect::sqlite)
    return texts(tx, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
  return texts(tx,
               "SELECT CAST(column_name AS text) FROM information_schema.columns"
               " WHERE table_name = '" +
                   table + "' AND table_schema = 'public' ORDER BY ordinal_position");
}

}  // namespace

std::vector<std::string> tables(storage::Transaction& tx) {
  if (tx.dialect() == storage::Dialect::sqlite)
    return texts(tx,
                 "SELECT name FROM pragma_table_list WHERE schema = 'main'"
                 " AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%' ORDER BY name");
  return texts(tx,
               "SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = 'public'"
               " ORDER BY tablename");
}

World world(storage::Database& database) {
  World out;
  database.read([&](storage::Transaction& tx) {
    for (const std::string& table : tables(tx)) {
      if (table == "id_blocks") continue;
      std::string row;
      for (const std::string& column : columns(tx, table))
        row += (row.empty() ? "'" : " || '|") + column + "=' || COALESCE(CAST(" + column +
               " AS text), 'NULL')";
      auto rows = texts(tx, "SELECT " + row + " FROM " + table);
      std::sort(rows.begin(), rows.end());
      out[table] = std::move(rows);
    }
  });
  return out;
}

bool holds(const World& world, std::string_view text, std::string_view table) {
  for (const auto& [name, rows] : world)
    if (table.empty() || table == name)
      for (const std::string& row : rows)
        if (row.find(text) != std::string::npos) return true;
  return false;
}

}  // namespace xb::test
