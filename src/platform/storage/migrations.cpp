#include "platform/storage/migrations.h"

#include <algorithm>

#include <openssl/sha.h>

#include "core/assets.h"
#include "core/encoding.h"
#include "platform/storage/transaction.h"

namespace xb::storage {
namespace {

struct Applied {
  std::string stamp;
  std::string hash;
};

std::string hash_of(std::string_view text) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest);
  return hex({reinterpret_cast<const char*>(digest), sizeof digest});
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// The whole flavour of SQLite; anything more needs a pair of files.
std::string in_dialect(Dialect dialect, std::string text) {
  if (dialect == Dialect::postgres) return text;
  replace_all(text, "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
              "INTEGER PRIMARY KEY AUTOINCREMENT");
  replace_all(text, "bigint PRIMARY KEY", "INTEGER PRIMARY KEY");
  return text;
}

// A statement ends with a semicolon at the end of a line.
std::vector<std::string> statements(std::string_view text) {
  std::vector<std::string> out;
  std::string current;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with("--") || line.empty()) continue;
    current += line;
    if (line.ends_with(';')) {
      current.pop_back();
      out.push_back(std::exchange(current, {}));
    } else {
      current += '\n';
    }
  }
  return out;
}

bool history_exists(Connection& connection) {
  constexpr std::string_view question[] = {
      "SELECT count(*) FROM sqlite_master WHERE name = 'schema_migrations'",
      "SELECT count(*) FROM information_schema.tables WHERE table_name = 'schema_migrations'"
      " AND table_schema = current_schema()"};
  constexpr CellType types[] = {CellType::integer};
  bool found = false;
  connection.run(question[connection.dialect() == Dialect::postgres], {}, types,
                 [&](std::span<Cell> row) { found = std::get<std::int64_t>(row[0]) > 0; });
  return found;
}

std::vector<Applied> applied(Connection& connection) {
  std::vector<Applied> out;
  if (!history_exists(connection)) return out;
  constexpr CellType types[] = {CellType::text, CellType::text};
  connection.run("SELECT stamp, hash FROM schema_migrations ORDER BY stamp", {}, types,
                 [&](std::span<Cell> row) {
                   out.push_back({std::get<std::string>(row[0]), std::get<std::string>(row[1])});
                 });
  return out;
}

SchemaState compare(const std::vector<Applied>& done, const std::vector<Migration>& migrations) {
  if (done.empty()) return SchemaState::empty;
  for (const Applied& one : done) {
    const auto shipped = std::find_if(migrations.begin(), migrations.end(),
                                      [&](const Migration& m) { return m.stamp == one.stamp; });
    if (shipped == migrations.end()) return SchemaState::ahead;
    if (hash_of(shipped->text) != one.hash) return SchemaState::altered;
  }
  return done.size() < migrations.size() ? SchemaState::behind : SchemaState::current;
}

void run_one(Connection& connection, const Migration& migration) {
  connection.run(connection.dialect() == Dialect::sqlite ? "BEGIN IMMEDIATE" : "BEGIN", {});
  try {
    for (const std::string& statement :
         statements(in_dialect(connection.dialect(), std::string{migration.text})))
      connection.run(statement, {});
    connection.run("INSERT INTO schema_migrations (stamp, name, hash) VALUES (?, ?, ?)",
                   {migration.stamp, migration.name, hash_of(migration.text)});
    connection.run("COMMIT", {});
  } catch (const Failure&) {
    connection.run("ROLLBACK", {});
    throw;
  }
}

}  // namespace

std::vector<Migration> shipped_migrations(Dialect dialect) {
  std::vector<Migration> out;
  const std::string_view other = dialect == Dialect::sqlite ? ".postgres.sql" : ".sqlite.sql";
  for (const Asset& file : assets("src/")) {
    if (!file.path.ends_with(".sql") || file.path.ends_with(other)) continue;
    std::string_view name = file.path.substr(file.path.rfind('/') + 1);
    const std::size_t line = name.find('_');
    out.push_back({std::string{name.substr(0, line)},
                   std::string{name.substr(line + 1, name.find('.') - line - 1)}, file.bytes});
  }
  std::sort(out.begin(), out.end(),
            [](const Migration& a, const Migration& b) { return a.stamp < b.stamp; });
  return out;
}

TableKinds::TableKinds(const std::vector<Migration>& migrations) {
  constexpr std::string_view mark = "-- table ";
  for (const Migration& migration : migrations) {
    std::string_view text = migration.text;
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string_view::npos;) {
      at += mark.size();
      const std::string_view line = text.substr(at, text.find('\n', at) - at);
      const std::size_t colon = line.find(": ");
      if (colon == std::string_view::npos) continue;
      const std::string table{line.substr(0, colon)};
      (line.substr(colon + 2) == "operational" ? operational_ : domain_).push_back(table);
    }
  }
}

std::string_view changed_table(std::string_view sql) {
  for (std::string_view verb : {"INSERT INTO ", "UPDATE ", "DELETE FROM "})
    if (sql.starts_with(verb)) {
      sql.remove_prefix(verb.size());
      return sql.substr(0, sql.find_first_of(" (\n"));
    }
  return {};
}

bool TableKinds::is_domain_change(std::string_view sql) const {
  const std::string_view table = changed_table(sql);
  return !table.empty() &&
         std::find(operational_.begin(), operational_.end(), table) == operational_.end();
}

std::int64_t migrations_seen(Transaction& tx) {
  return tx.one<std::int64_t>("SELECT count(*) FROM schema_migrations").value_or(0);
}

SchemaState schema_state(Connection& connection, const std::vector<Migration>& migrations) {
  return compare(applied(connection), migrations);
}

void migrate(Connection& connection, const std::vector<Migration>& migrations,
             const std::function<void()>& before_first) {
  if (!history_exists(connection))
    connection.run(
        "CREATE TABLE schema_migrations (stamp text PRIMARY KEY, name text NOT NULL,"
        " hash text NOT NULL)",
        {});
  const auto done = applied(connection);
  const SchemaState state = compare(done, migrations);
  if (state == SchemaState::ahead || state == SchemaState::altered)
    throw Failure(Fault::schema, state == SchemaState::ahead ? "ahead" : "altered", "migrating");
  if (state == SchemaState::behind && before_first) before_first();
  for (const Migration& migration : migrations) {
    const bool is_done = std::any_of(
        done.begin(), done.end(), [&](const Applied& one) { return one.stamp == migration.stamp; });
    if (!is_done) run_one(connection, migration);
  }
}

void back_up(Connection& connection, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const auto done = applied(connection);
  const auto file = folder / ("before-" + (done.empty() ? "empty" : done.back().stamp) + ".db");
  std::filesystem::remove(file);
  connection.run("VACUUM INTO ?", {file.string()});
}

}  // namespace xb::storage
