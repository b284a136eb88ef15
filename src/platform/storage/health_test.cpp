#include "platform/storage/health.h"

#include <fstream>

#include "platform/storage/counters_fixture.h"
#include "platform/storage/trouble.h"

namespace xb::storage {
namespace {

// What is wrong, one line each.
std::string told(Connection& connection) {
  std::string out;
  for (const HealthProblem& problem : health(connection))
    out += problem.code + " " + problem.where + (problem.is_fatal ? " fatal\n" : "\n");
  return out;
}

class HealthOn : public testing::TestWithParam<test::Engine> {
 protected:
  test::TestDatabase source_{GetParam()};
};

TEST_P(HealthOn, ASoundDatabaseHasNoProblem) { EXPECT_EQ(told(*connect(source_.options())), ""); }

INSTANTIATE_TEST_SUITE_P(EachDatabase, HealthOn, test::each_database, test::name_of_database);

TEST(Health, OnSqliteADamagedPageIsFound) {
  test::TestDatabase source(test::Engine::sqlite);
  {
    const auto connection = connect(source.options());
    for (std::int64_t i = 0; i < 500; ++i)
      connection->run("INSERT INTO followers (name, next_place) VALUES (?, ?)",
                      {"follower of a long name " + std::to_string(i), i});
    connection->checkpoint(true);
  }
  {
    std::fstream file(source.options().address, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-2 * 4096, std::ios::end);
    file << std::string(4096, '\x55');
  }
  EXPECT_EQ(told(*connect(source.options())), "check.corrupt followers fatal\n");
}

TEST(Health, OnPostgresSettingsThatTellValuesOrLoseCommitsAreNamed) {
  ASSERT_TRUE(test::has_postgres()) << "XB_TEST_POSTGRES names no server";
  test::TestDatabase source(test::Engine::postgres);
  const auto connection = connect(source.options());
  connection->run("SET log_error_verbosity = 'default'", {});
  EXPECT_EQ(told(*connection), "check.errors_verbose log_error_verbosity\n");
  connection->run("SET log_parameter_max_length_on_error = 100", {});
  connection->run("SET synchronous_commit = off", {});
  EXPECT_EQ(told(*connection),
            "check.errors_verbose log_error_verbosity\n"
            "check.errors_verbose log_parameter_max_length_on_error\n"
            "check.not_durable synchronous_commit fatal\n");
}

TEST(Trouble, NamesTheTableOfACorruptPageAndKeepsToIt) {
  const struct {
    std::string statement;
    std::string word;
  } cases[] = {
      {"INSERT INTO complaints (id) VALUES (?)", "corrupt complaints"},
      {"UPDATE clocks SET due_at = ?", "corrupt clocks"},
      {"SELECT id FROM people WHERE login = ?", "corrupt people"},
      {"COMMIT", "corrupt database"},
  };
  for (const auto& one : cases) {
    Trouble trouble;
    trouble.note(Failure(Fault::corrupt, "sqlite 11", one.statement));
    EXPECT_EQ(trouble.word(), one.word);
    trouble.note(Failure(Fault::full, "sqlite 13", ""));
    trouble.clear();
    EXPECT_EQ(trouble.word(), one.word);
    EXPECT_TRUE(trouble.is_corrupt());
  }
}

TEST(Trouble, IsOnlyWhatTheDatabaseIsToBlameFor) {
  for (const Fault fault : {Fault::constraint, Fault::serialization, Fault::busy, Fault::memory,
                            Fault::unknown, Fault::schema, Fault::other}) {
    Trouble trouble;
    trouble.note(Failure(fault, "", ""));
    EXPECT_EQ(trouble.word(), "") << name(fault);
  }
  for (const Fault fault : {Fault::full, Fault::io, Fault::read_only, Fault::lost, Fault::clock}) {
    Trouble trouble;
    trouble.note(Failure(fault, "", ""));
    EXPECT_EQ(trouble.word(), name(fault));
    trouble.clear();
    EXPECT_EQ(trouble.word(), "");
  }
}

}  // namespace
}  // namespace xb::storage
