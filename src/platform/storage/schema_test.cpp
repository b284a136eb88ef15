// What holds for the schema as a whole, over all modules and on both databases.
#include <algorithm>
#include <set>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

using Lines = std::vector<std::string>;

Lines lines(Transaction& tx, std::string_view sql) {
  constexpr CellType types[] = {CellType::text};
  Lines out;
  tx.read(sql, {}, types,
          [&](std::span<Cell> row) { out.push_back(std::get<std::string>(row[0])); });
  return out;
}

// What finds words in texts is another thing on each database: search_index is left out.

// table.column class, and whether it may be NULL. A key never may, though SQLite would let it.
constexpr std::string_view sqlite_columns =
    "SELECT tables.name || '.' || columns.name || ' ' ||"
    " CASE lower(columns.type) WHEN 'integer' THEN 'bigint' ELSE lower(columns.type) END ||"
    " CASE WHEN columns.\"notnull\" = 1 OR columns.pk > 0 THEN '' ELSE ' null' END"
    " FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns"
    " WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name NOT LIKE 'sqlite%'";
constexpr std::string_view postgres_columns =
    "SELECT CAST(table_name || '.' || column_name || ' ' || data_type ||"
    " CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END AS text)"
    " FROM information_schema.columns WHERE table_schema = 'public'"
    " AND table_name <> 'search_index'";

// table (columns of the key).
constexpr std::string_view sqlite_keys =
    "SELECT name || ' (' || (SELECT group_concat(name, ',') FROM"
    "  (SELECT name FROM pragma_table_info(tables.name) WHERE pk > 0 ORDER BY pk)) || ')'"
    " FROM pragma_table_list AS tables"
    " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'";
constexpr std::string_view postgres_keys =
    "SELECT CAST(CAST(indrelid AS regclass) AS text) || ' (' ||"
    " (SELECT string_agg(attname, ',' ORDER BY array_position(CAST(indkey AS smallint[]), attnum))"
    "   FROM pg_attribute WHERE attrelid = indrelid AND attnum = ANY (indkey)) || ')'"
    " FROM pg_index JOIN pg_class ON pg_class.oid = indrelid"
    " WHERE indisprimary AND relnamespace = CAST('public' AS regnamespace)"
    " AND indrelid <> CAST('search_index' AS regclass)";

// index table (columns), unique or not, over part of the rows or all.
constexpr std::string_view sqlite_indexes =
    "SELECT indexes.name || ' ' || tables.name || ' (' ||"
    " (SELECT group_concat(name, ',') FROM"
    "   (SELECT name FROM pragma_index_info(indexes.name) ORDER BY seqno)) || ')' ||"
    " CASE indexes.\"unique\" WHEN 1 THEN ' unique' ELSE '' END ||"
    " CASE indexes.partial WHEN 1 THEN ' partial' ELSE '' END"
    " FROM sqlite_master AS tables, pragma_index_list(tables.name) AS indexes"
    " WHERE tables.type = 'table' AND indexes.origin = 'c'";
constexpr std::string_view postgres_indexes =
    "SELECT CAST(CAST(indexrelid AS regclass) AS text) || ' ' ||"
    " CAST(CAST(indrelid AS regclass) AS text) || ' (' ||"
    " (SELECT string_agg(attname, ',' ORDER BY array_position(CAST(indkey AS smallint[]), attnum))"
    "   FROM pg_attribute WHERE attrelid = indrelid AND attnum = ANY (indkey)) || ')' ||"
    " CASE WHEN indisunique THEN ' unique' ELSE '' END ||"
    " CASE WHEN indpred IS NOT NULL THEN ' partial' ELSE '' END"
    " FROM pg_index JOIN pg_class ON pg_class.oid = indrelid"
    " WHERE NOT indisprimary AND relnamespace = CAST('public' AS regnamespace)"
    " AND indrelid <> CAST('search_index' AS regclass)";

Lines shape(test::Engine engine) {
  test::TestDatabase source(engine);
  const bool lite = engine == test::Engine::sqlite;
  Lines out;
  source.get().read([&](Transaction& tx) {
    for (const std::string_view sql :
         {lite ? sqlite_columns : postgres_columns, lite ? sqlite_keys : postgres_keys,
          lite ? sqlite_indexes : postgres_indexes})
      for (std::string& line : lines(tx, sql)) out.push_back(std::move(line));
  });
  std::sort(out.begin(), out.end());
  return out;
}

Lines without(const Lines& all, const Lines& others) {
  Lines out;
  std::set_difference(all.begin(), all.end(), others.begin(), others.end(),
                      std::back_inserter(out));
  return out;
}

TEST(Schema, IsTheSameOnBothDatabases) {
  ASSERT_TRUE(test::has_postgres()) << "XB_TEST_POSTGRES names no server";
  const Lines lite = shape(test::Engine::sqlite);
  const Lines full = shape(test::Engine::postgres);
  EXPECT_GT(lite.size(), 100u);
  EXPECT_EQ(without(lite, full), Lines{}) << "only on SQLite";
  EXPECT_EQ(without(full, lite), Lines{}) << "only on PostgreSQL";
}

TEST(Schema, HasColumnsOfThreeTypesOnly) {
  for (const std::string& line : shape(test::Engine::sqlite)) {
    if (line.find('.') == std::string::npos) continue;
    const std::string type = line.substr(line.find(' ') + 1);
    EXPECT_TRUE(type.starts_with("bigint") || type.starts_with("text") ||
                type.starts_with("double precision"))
        << line;
  }
}

class SchemaOn : public testing::TestWithParam<test::Engine> {};

TEST_P(SchemaOn, EveryTableIsDeclaredOnceAsDomainOrOperational) {
  test::TestDatabase source(GetParam());
  Lines there;
  source.get().read([&](Transaction& tx) { there = test::tables(tx); });
  const TableKinds kinds(shipped_migrations(source.get().dialect()));
  Lines declared = kinds.operational();
  declared.insert(declared.end(), kinds.domain().begin(), kinds.domain().end());
  std::sort(declared.begin(), declared.end());
  std::sort(there.begin(), there.end());
  EXPECT_EQ(declared, there);
}

TEST_P(SchemaOn, EveryDeclarationSaysOneOfTwoWords) {
  const auto dialect = GetParam() == test::Engine::sqlite ? Dialect::sqlite : Dialect::postgres;
  for (const Migration& migration : shipped_migrations(dialect)) {
    constexpr std::string_view mark = "-- table ";
    for (std::size_t at = 0; (at = migration.text.find(mark, at)) != std::string_view::npos;) {
      const std::string_view line = migration.text.substr(at, migration.text.find('\n', at) - at);
      EXPECT_TRUE(line.ends_with(": domain") || line.ends_with(": operational")) << line;
      at += line.size();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SchemaOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
