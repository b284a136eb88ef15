#include "platform/storage/sql.h"

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

TEST(Query, ConditionsAreJoinedByWhereAndThenByAnd) {
  Query query{Sql<>("SELECT id FROM counters")};
  query.where("amount > ?", 5).where("version = ?", 1);
  query.add("ORDER BY id LIMIT ?", 10);
  EXPECT_EQ(query.text(),
            "SELECT id FROM counters WHERE amount > ? AND version = ? ORDER BY id LIMIT ?");
  EXPECT_EQ(query.values(),
            (std::vector<Cell>{std::int64_t{5}, std::int64_t{1}, std::int64_t{10}}));
}

TEST(Query, AListOfValuesHasAPlaceForEach) {
  Query query{Sql<>("SELECT id FROM counters")};
  query.where_in("id", {std::int64_t{1}, std::int64_t{2}, std::int64_t{3}});
  EXPECT_EQ(query.text(), "SELECT id FROM counters WHERE id IN (?, ?, ?)");
  EXPECT_EQ(query.values().size(), 3u);
}

TEST(Query, AnEmptyListMatchesNothing) {
  Query query{Sql<>("SELECT id FROM counters")};
  query.where("amount > ?", 0).where_in("id", {});
  EXPECT_EQ(query.text(), "SELECT id FROM counters WHERE amount > ? AND 1 = 0");
}

TEST(Query, StatementsOfARowNameItsColumns) {
  EXPECT_EQ(select_text<Counter>(), "SELECT id, amount, version FROM counters ");
  EXPECT_EQ(insert_text<Counter>(), "INSERT INTO counters (id, amount, version) VALUES (?, ?, ?)");
  EXPECT_EQ(insert_if_absent_text<Counter>(),
            "INSERT INTO counters (id, amount, version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  EXPECT_EQ(update_text<Counter>(),
            "UPDATE counters SET amount = ?, version = ? WHERE id = ? AND version = ?");
}

// Names that would be orders if they ever became part of a statement.
const std::string hostile[] = {
    "'; DROP TABLE followers; --",
    "' OR '1' = '1",
    "\"; DELETE FROM followers; --",
    "x'); INSERT INTO followers VALUES ('y', 1); --",
    "$1 ? :p1 :p2 %s \\' \\",
    "/* */ -- ;",
    "名'称；--",
    "a\tb\nc\rd",
    "NULL",
    "",
};

class SqlOn : public testing::TestWithParam<test::Engine> {
 protected:
  test::TestDatabase source_{GetParam()};
};

TEST_P(SqlOn, WhatIsBoundStaysData) {
  for (const std::string& name : hostile) {
    source_.get().write(Lane::interactive, [&](Transaction& tx) {
      return tx.execute("INSERT INTO followers (name, next_place) VALUES (?, ?)", name, 7) == 1;
    });
    source_.get().read([&](Transaction& tx) {
      EXPECT_EQ(tx.one<std::int64_t>("SELECT next_place FROM followers WHERE name = ?", name), 7);
      EXPECT_EQ(tx.one<std::string>("SELECT name FROM followers WHERE name = ?", name), name);
    });
  }
  source_.get().read([&](Transaction& tx) {
    EXPECT_EQ(tx.one<std::int64_t>("SELECT count(*) FROM followers"), std::size(hostile));
  });
}

TEST_P(SqlOn, WhatIsBoundInAListStaysData) {
  std::vector<Cell> all;
  for (const std::string& name : hostile) {
    all.emplace_back(name);
    source_.get().write(Lane::interactive, [&](Transaction& tx) {
      return tx.execute("INSERT INTO followers (name, next_place) VALUES (?, ?)", name, 1) == 1;
    });
  }
  source_.get().read([&](Transaction& tx) {
    Query query{Sql<>("SELECT name FROM followers")};
    query.where_in("name", all);
    EXPECT_EQ(tx.all<std::string>(query).size(), std::size(hostile));
    Query turned{Sql<>("SELECT CAST(count(*) AS bigint) FROM followers")};
    turned.where("name = ?", "' OR '1' = '1' --");
    EXPECT_EQ(tx.all<std::int64_t>(turned), std::vector<std::int64_t>{0});
  });
}

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Kept {
  static constexpr std::string_view table = "kept";
  Id<Kept> id;
  std::optional<std::string> word;
  std::optional<double> share;
  bool is_open = false;
  Colour colour = Colour::red;
  Instant at;
  std::optional<Date> day;
  Id<Counter> counter_id;
  std::int64_t version = 1;

  bool operator==(const Kept&) const = default;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (id, word, share, is_open, colour, at, day, counter_id, version))

TEST_P(SqlOn, ARowComesBackAsItWasKept) {
  connect(source_.options())
      ->run(
          "CREATE TABLE kept (id bigint PRIMARY KEY, word text, share double precision,"
          " is_open bigint NOT NULL, colour text NOT NULL, at bigint NOT NULL, day text,"
          " counter_id bigint, version bigint NOT NULL)",
          {});
  const Kept full{{1}, "满", 0.25, true, Colour::green, {-1}, parse_date("2026-02-28"), {9}, 3};
  const Kept empty{.id = {2}, .word = {}, .share = {}, .at = {}, .day = {}};
  source_.get().write(Lane::interactive, [&](Transaction& tx) {
    tx.insert(full);
    tx.insert(empty);
    EXPECT_FALSE(tx.insert_if_absent(full));
    tx.note_entry();
    return true;
  });
  source_.get().read([&](Transaction& tx) {
    EXPECT_EQ(tx.find_all<Kept>("ORDER BY id"), (std::vector<Kept>{full, empty}));
    EXPECT_EQ(tx.find<Kept>("WHERE id = ?", 3), std::nullopt);
  });
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SqlOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
