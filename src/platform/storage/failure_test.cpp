#include "platform/storage/failure.h"

#include <new>
#include <set>
#include <stdexcept>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

const std::string planted = "王建国13912345678";

class FailureOn : public testing::TestWithParam<test::Engine> {
 protected:
  void SetUp() override {
    connection_ = connect(source_.options());
    connection_->run(
        "CREATE TABLE people_shelf (name text NOT NULL UNIQUE, phone text,"
        " age bigint CHECK (age < 150), boss text REFERENCES people_shelf (name))",
        {});
  }

  Failure failure(std::string_view sql, std::vector<Cell> values) {
    const auto failed = failure_of([&] { connection_->run(sql, std::move(values)); });
    if (failed) return *failed;
    ADD_FAILURE() << "it did not fail: " << sql;
    return {Fault::other, "", ""};
  }

  // Class, and that nothing which leaves storage/ holds the value.
  std::string told(const Failure& failure) {
    const std::string all = std::string{failure.what()} + failure.code() + failure.statement();
    EXPECT_EQ(all.find("139"), std::string::npos) << all;
    EXPECT_EQ(all.find("王"), std::string::npos) << all;
    return name(failure.fault());
  }

  test::TestDatabase source_{GetParam()};
  std::unique_ptr<Connection> connection_;
};

constexpr std::string_view insert_name = "INSERT INTO people_shelf (name, phone) VALUES (?, ?)";

TEST_P(FailureOn, ATakenNameIsAConstraintAndTheNameStaysInside) {
  connection_->run(insert_name, {planted, planted});
  EXPECT_EQ(told(failure(insert_name, {planted, planted})), "constraint");
}

TEST_P(FailureOn, AMissingNameIsAConstraintAndTheRestOfTheRowStaysInside) {
  EXPECT_EQ(told(failure(insert_name, {Cell{}, planted})), "constraint");
}

TEST_P(FailureOn, AnImpossibleAgeIsAConstraintAndTheRowStaysInside) {
  EXPECT_EQ(told(failure("INSERT INTO people_shelf (name, phone, age) VALUES (?, ?, ?)",
                         {planted, planted, std::int64_t{151}})),
            "constraint");
}

TEST_P(FailureOn, AMissingBossIsAConstraintAndHisNameStaysInside) {
  EXPECT_EQ(told(failure("INSERT INTO people_shelf (name, boss) VALUES (?, ?)",
                         {std::string{"x"}, planted})),
            "constraint");
}

TEST_P(FailureOn, ATextWhereANumberBelongsStaysInside) {
  // SQLite takes any text and then finds that it is not below 150.
  EXPECT_EQ(told(failure("INSERT INTO people_shelf (name, age) VALUES (?, ?)",
                         {std::string{"x"}, planted})),
            GetParam() == test::Engine::sqlite ? "constraint" : "other");
}

TEST_P(FailureOn, AStatementThatIsNoneTellsItsTextAndNotItsValues) {
  const Failure failed = failure("INSERT INTO nowhere (name) VALUES (?)", {planted});
  EXPECT_EQ(told(failed), "other");
  EXPECT_EQ(failed.statement(), "INSERT INTO nowhere (name) VALUES (?)");
}

TEST_P(FailureOn, TheCodeIsTheDatabasesOwn) {
  connection_->run(insert_name, {planted, planted});
  const Failure failed = failure(insert_name, {planted, planted});
  if (GetParam() == test::Engine::postgres)
    EXPECT_EQ(failed.code(), "23505");
  else
    EXPECT_TRUE(failed.code().starts_with("sqlite ")) << failed.code();
}

TEST_P(FailureOn, WritingInAReadOnlyTransactionIsReadOnly) {
  if (GetParam() == test::Engine::sqlite) {
    connection_->run("PRAGMA query_only = ON", {});
  } else {
    connection_->run("BEGIN READ ONLY", {});
  }
  EXPECT_EQ(told(failure(insert_name, {planted, planted})), "read_only");
}

TEST(Failure, ALongStatementIsCut) {
  const Failure failure(Fault::io, "x", std::string(5000, 'a'));
  EXPECT_EQ(failure.statement().size(), 800u);
  EXPECT_LT(std::string{failure.what()}.size(), 900u);
}

TEST(Failure, WhatIsThrownByOthersTellsNothingOfItself) {
  const auto caught = [](auto thrown) {
    try {
      throw thrown;
    } catch (...) {
      return current_failure();
    }
  };
  const Failure other = caught(std::runtime_error(planted));
  EXPECT_EQ(other.fault(), Fault::other);
  EXPECT_EQ(std::string{other.what()}.find(planted), std::string::npos);
  EXPECT_EQ(caught(std::bad_alloc{}).fault(), Fault::memory);
  EXPECT_EQ(caught(Failure(Fault::clock, "", "")).fault(), Fault::clock);
}

TEST(Failure, EveryFaultHasANameOfItsOwn) {
  std::set<std::string> names;
  for (int i = 0; i <= static_cast<int>(Fault::other); ++i) names.insert(name(Fault(i)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(Fault::other) + 1);
}

TEST(Failure, AServerThatIsNotThereIsLost) {
  Options options;
  options.address = "postgresql://postgres@/none?host=/nowhere";
  EXPECT_EQ(fault_of([&] { connect(options); }), "lost");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, FailureOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
