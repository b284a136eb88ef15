#include "platform/storage/connection.h"

#include <cmath>
#include <limits>
#include <string>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

using Row = std::vector<Cell>;

constexpr CellType integer = CellType::integer;
constexpr CellType text = CellType::text;
constexpr CellType real = CellType::real;
const Cell null;

class ConnectionOn : public testing::TestWithParam<test::Engine> {
 protected:
  void SetUp() override {
    connection_ = connect(source_.options());
    connection_->run(
        "CREATE TABLE shelf (id bigint PRIMARY KEY, word text, number bigint,"
        " share double precision)",
        {});
  }

  std::vector<Row> rows(std::string_view sql, std::vector<Cell> values,
                        std::vector<CellType> columns) {
    std::vector<Row> out;
    connection_->run(sql, std::move(values), columns,
                     [&](std::span<Cell> row) { out.emplace_back(row.begin(), row.end()); });
    return out;
  }
  void put(std::int64_t id, Cell word, Cell number, Cell share) {
    connection_->run("INSERT INTO shelf (id, word, number, share) VALUES (?, ?, ?, ?)",
                     {id, std::move(word), std::move(number), std::move(share)});
  }
  Row shelf(std::int64_t id) {
    return rows("SELECT word, number, share FROM shelf WHERE id = ?", {id}, {text, integer, real})
        .at(0);
  }

  test::TestDatabase source_{GetParam()};
  std::unique_ptr<Connection> connection_;
};

TEST_P(ConnectionOn, WhatGoesInComesOut) {
  put(1, std::string{"账单"}, std::int64_t{42}, 0.1);
  EXPECT_EQ(shelf(1), (Row{std::string{"账单"}, std::int64_t{42}, 0.1}));
}

TEST_P(ConnectionOn, NullsComeOutAsNothingAndNotAsTheRowBefore) {
  put(1, std::string{"full"}, std::int64_t{7}, 1.5);
  put(2, null, null, null);
  put(3, std::string{"again"}, std::int64_t{8}, 2.5);
  EXPECT_EQ(rows("SELECT word, number, share FROM shelf ORDER BY id", {}, {text, integer, real}),
            (std::vector<Row>{{std::string{"full"}, std::int64_t{7}, 1.5},
                              {null, null, null},
                              {std::string{"again"}, std::int64_t{8}, 2.5}}));
}

TEST_P(ConnectionOn, AnEmptyTextIsNoNull) {
  put(1, std::string{}, std::int64_t{0}, 0.0);
  EXPECT_EQ(shelf(1), (Row{std::string{}, std::int64_t{0}, 0.0}));
}

TEST_P(ConnectionOn, IntegersKeepTheirLimits) {
  const auto lowest = std::numeric_limits<std::int64_t>::min();
  const auto highest = std::numeric_limits<std::int64_t>::max();
  put(1, null, lowest, null);
  put(2, null, highest, null);
  EXPECT_EQ(shelf(1)[1], Cell{lowest});
  EXPECT_EQ(shelf(2)[1], Cell{highest});
}

TEST_P(ConnectionOn, RealsKeepTheirLastBit) {
  std::int64_t id = 0;
  for (const double share : {0.1, 1.0 / 3, -1e300, 5e-324, 1.7976931348623157e308, 1e15 + 0.3}) {
    put(++id, null, null, share);
    EXPECT_EQ(std::get<double>(shelf(id)[2]), share);
  }
}

TEST_P(ConnectionOn, ComputedColumnsAreReadAsAskedFor) {
  put(1, std::string{"12"}, std::int64_t{12}, 0.5);
  EXPECT_EQ(rows("SELECT count(*), max(word), CAST(sum(number) AS bigint), number * 2,"
                 " share * 2, word || '!', CASE WHEN number > 1 THEN 1 ELSE 0 END"
                 " FROM shelf GROUP BY word, number, share",
                 {}, {integer, text, integer, integer, real, text, integer}),
            (std::vector<Row>{{std::int64_t{1}, std::string{"12"}, std::int64_t{12},
                               std::int64_t{24}, 1.0, std::string{"12!"}, std::int64_t{1}}}));
}

TEST_P(ConnectionOn, AComputedNullIsNothing) {
  EXPECT_EQ(rows("SELECT max(number), max(word), max(share) FROM shelf", {}, {integer, text, real}),
            (std::vector<Row>{{null, null, null}}));
}

TEST_P(ConnectionOn, AStatementServesOtherTypesThanTheFirst) {
  constexpr std::string_view sql =
      "INSERT INTO shelf (id, word, number, share) VALUES (?, ?, ?, ?)";
  connection_->run(sql, {std::int64_t{1}, null, null, null});
  connection_->run(sql, {std::int64_t{2}, std::string{"two"}, std::int64_t{2}, 2.0});
  connection_->run(sql, {std::int64_t{3}, null, std::int64_t{3}, null});
  connection_->run(sql, {std::int64_t{4}, std::string{"four"}, null, 4.0});
  EXPECT_EQ(shelf(1), (Row{null, null, null}));
  EXPECT_EQ(shelf(2), (Row{std::string{"two"}, std::int64_t{2}, 2.0}));
  EXPECT_EQ(shelf(3), (Row{null, std::int64_t{3}, null}));
  EXPECT_EQ(shelf(4), (Row{std::string{"four"}, null, 4.0}));
}

TEST_P(ConnectionOn, AStatementIsReadAsOtherTypesThanTheFirstTime) {
  put(1, std::string{"12"}, std::int64_t{12}, 12.0);
  constexpr std::string_view sql = "SELECT number FROM shelf";
  EXPECT_EQ(rows(sql, {}, {integer}), (std::vector<Row>{{std::int64_t{12}}}));
  EXPECT_EQ(rows(sql, {}, {text}), (std::vector<Row>{{std::string{"12"}}}));
  EXPECT_EQ(rows(sql, {}, {real}), (std::vector<Row>{{12.0}}));
}

TEST_P(ConnectionOn, AStatementRunsAgainAfterItFailed) {
  put(1, null, null, null);
  EXPECT_THROW(put(1, null, null, null), Failure);
  EXPECT_NO_THROW(put(2, std::string{"after"}, null, null));
  EXPECT_EQ(shelf(2)[0], Cell{std::string{"after"}});
}

TEST_P(ConnectionOn, MoreStatementsThanTheCacheHoldsRunAllTheSame) {
  put(1, std::string{"one"}, std::int64_t{1}, 1.0);
  for (int i = 0; i < 1100; ++i)
    ASSERT_EQ(rows("SELECT number + " + std::to_string(i) + " FROM shelf WHERE id = ?",
                   {std::int64_t{1}}, {integer}),
              (std::vector<Row>{{std::int64_t{i + 1}}}));
  EXPECT_EQ(shelf(1)[0], Cell{std::string{"one"}});
}

TEST_P(ConnectionOn, RowsChangedAreCounted) {
  for (std::int64_t id = 1; id <= 5; ++id) put(id, null, id, null);
  EXPECT_EQ(connection_->run("UPDATE shelf SET number = 0 WHERE id > ?", {std::int64_t{2}}), 3);
  EXPECT_EQ(connection_->run("UPDATE shelf SET number = 0 WHERE id > ?", {std::int64_t{9}}), 0);
  EXPECT_EQ(connection_->run("INSERT INTO shelf (id) VALUES (?) ON CONFLICT DO NOTHING",
                             {std::int64_t{5}}),
            0);
  EXPECT_EQ(connection_->run("DELETE FROM shelf WHERE id <= ?", {std::int64_t{2}}), 2);
}

TEST_P(ConnectionOn, ALongTextComesBackWhole) {
  std::string long_text;
  for (int i = 0; long_text.size() < 1'000'000; ++i) long_text += "第" + std::to_string(i) + "行\n";
  put(1, long_text, null, null);
  EXPECT_EQ(shelf(1)[0], Cell{long_text});
}

TEST_P(ConnectionOn, AVisitorThatThrowsLeavesTheConnectionAtRest) {
  for (std::int64_t id = 1; id <= 5; ++id) put(id, null, id, null);
  constexpr CellType types[] = {integer};
  EXPECT_EQ(fault_of([&] {
              connection_->run("SELECT id FROM shelf", {}, types,
                               [](std::span<Cell>) { throw Failure(Fault::other, "visitor", ""); });
            }),
            "other");
  EXPECT_EQ(rows("SELECT count(*) FROM shelf", {}, {integer}),
            (std::vector<Row>{{std::int64_t{5}}}));
  EXPECT_TRUE(GetParam() == test::Engine::postgres || connection_->is_at_rest());
}

TEST_P(ConnectionOn, TheStatementGoesByBeforeItRuns) {
  std::string seen;
  connection_->before_statement = [&](std::string_view sql) { seen = sql; };
  put(1, null, null, null);
  EXPECT_EQ(seen, "INSERT INTO shelf (id, word, number, share) VALUES (?, ?, ?, ?)");
  connection_->before_statement = [](std::string_view) { throw Failure(Fault::io, "", ""); };
  EXPECT_THROW(put(2, null, null, null), Failure);
  connection_->before_statement = {};
  EXPECT_EQ(rows("SELECT count(*) FROM shelf", {}, {integer}),
            (std::vector<Row>{{std::int64_t{1}}}));
}

TEST(Connection, OnSqliteAnUnfinishedTransactionIsNoRest) {
  test::TestDatabase source(test::Engine::sqlite);
  const auto connection = connect(source.options());
  EXPECT_TRUE(connection->is_at_rest());
  EXPECT_TRUE(connection->in_autocommit());
  connection->run("BEGIN", {});
  connection->run("SELECT 1 FROM sessions", {});
  EXPECT_FALSE(connection->in_autocommit());
  EXPECT_FALSE(connection->is_at_rest());
  connection->run("COMMIT", {});
  EXPECT_TRUE(connection->is_at_rest());
}

TEST(Connection, OnSqliteDeferredKeysThatWouldFailAreCounted) {
  test::TestDatabase source(test::Engine::sqlite);
  const auto connection = connect(source.options());
  connection->run("CREATE TABLE parents (id bigint PRIMARY KEY)", {});
  connection->run(
      "CREATE TABLE children (parent_id bigint"
      " REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)",
      {});
  connection->run("BEGIN", {});
  EXPECT_EQ(connection->deferred_violations(), 0);
  connection->run("INSERT INTO children (parent_id) VALUES (?)", {std::int64_t{1}});
  EXPECT_GT(connection->deferred_violations(), 0);
  connection->run("INSERT INTO parents (id) VALUES (?)", {std::int64_t{1}});
  EXPECT_EQ(connection->deferred_violations(), 0);
  connection->run("COMMIT", {});
}

TEST(Connection, OnSqliteACheckpointEmptiesTheLog) {
  test::TestDatabase source(test::Engine::sqlite);
  const auto connection = connect(source.options());
  connection->run("INSERT INTO followers (name, next_place) VALUES (?, ?)",
                  {std::string{"x"}, std::int64_t{1}});
  const std::string log = source.options().address + "-wal";
  EXPECT_GT(std::filesystem::file_size(log), 0u);
  connection->checkpoint(true);
  EXPECT_EQ(std::filesystem::file_size(log), 0u);
}

TEST(Connection, AFileThatCannotBeOpenedIsAFailure) {
  Options options;
  options.address = "/nowhere/at/all.db";
  EXPECT_NE(fault_of([&] { connect(options); }), "none");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ConnectionOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
