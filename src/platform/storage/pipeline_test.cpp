// Statements that are put rather than run: on PostgreSQL they travel together and fail late.
#include "platform/storage/pipeline.h"

#include <limits>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

using Row = std::vector<Cell>;

constexpr std::string_view insert =
    "INSERT INTO shelf (id, word, number, share) VALUES (?, ?, ?, ?)";
const Cell null;

class PuttingOn : public testing::TestWithParam<test::Engine> {
 protected:
  void SetUp() override {
    connection_ = connect(source_.options());
    connection_->run(
        "CREATE TABLE shelf (id bigint PRIMARY KEY, word text, number bigint,"
        " share double precision)",
        {});
  }

  void put(std::int64_t id, Cell word = {}) { connection_->put(insert, {id, word, null, null}); }

  std::vector<Row> shelf() {
    constexpr CellType types[] = {CellType::integer, CellType::text, CellType::integer,
                                  CellType::real};
    std::vector<Row> out;
    connection_->run("SELECT id, word, number, share FROM shelf ORDER BY id", {}, types,
                     [&](std::span<Cell> row) { out.emplace_back(row.begin(), row.end()); });
    return out;
  }

  test::TestDatabase source_{GetParam()};
  std::unique_ptr<Connection> connection_;
};

TEST_P(PuttingOn, WhatIsPutIsThereForTheNextThatReads) {
  const auto lowest = std::numeric_limits<std::int64_t>::min();
  connection_->put(insert, {std::int64_t{1}, std::string{"账单 ' ? $1"}, lowest, 0.1});
  connection_->put(insert, {std::int64_t{2}, std::string{}, null, -1e300});
  EXPECT_EQ(shelf(), (std::vector<Row>{{std::int64_t{1}, std::string{"账单 ' ? $1"}, lowest, 0.1},
                                       {std::int64_t{2}, std::string{}, null, -1e300}}));
}

TEST_P(PuttingOn, ManyLongTextsArriveWhole) {
  const std::string text(1 << 20, 'x');
  connection_->put("BEGIN", {});
  for (std::int64_t id = 1; id <= 20; ++id) put(id, text + std::to_string(id));
  connection_->put("COMMIT", {});
  connection_->settle();
  const auto rows = shelf();
  ASSERT_EQ(rows.size(), 20u);
  for (std::int64_t id = 1; id <= 20; ++id)
    EXPECT_EQ(std::get<std::string>(rows[static_cast<std::size_t>(id) - 1][1]),
              text + std::to_string(id));
}

TEST_P(PuttingOn, ThatIsRefusedStopsTheCommitBehindIt) {
  const auto all_at_once = [&] {
    connection_->put("BEGIN", {});
    put(1);
    put(1);
    connection_->put("COMMIT", {});
    connection_->settle();
  };
  try {
    all_at_once();
    FAIL() << "the same key twice";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.fault(), Fault::constraint);
    EXPECT_EQ(failure.statement(), insert);
  }
  connection_->run("ROLLBACK", {});
  EXPECT_TRUE(shelf().empty());
  put(1);
  EXPECT_EQ(shelf().size(), 1u);
}

TEST_P(PuttingOn, AStatementThatCouldNotBePreparedIsPreparedAgain) {
  const auto put_later = [&] {
    connection_->put("INSERT INTO later (id) VALUES (?)", {std::int64_t{1}});
    connection_->settle();
  };
  EXPECT_THROW(put_later(), Failure);
  connection_->run("CREATE TABLE later (id bigint PRIMARY KEY)", {});
  EXPECT_NO_THROW(put_later());
  EXPECT_THROW(put_later(), Failure);
}

TEST_P(PuttingOn, NothingToSettleIsNoTrouble) {
  EXPECT_NO_THROW(connection_->settle());
  put(1);
  connection_->settle();
  EXPECT_NO_THROW(connection_->settle());
}

TEST_P(PuttingOn, AServerThatGoesIsLost) {
  if (GetParam() == test::Engine::sqlite) return;  // has no server
  put(1);
  connection_->settle();
  const auto leave = [&] {
    connection_->put("SELECT pg_terminate_backend(pg_backend_pid())", {});
    put(2);
    connection_->settle();
  };
  try {
    leave();
    FAIL() << "the server is still there";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.fault(), Fault::lost);
  }
  EXPECT_FALSE(connection_->is_alive());
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, PuttingOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
