#include "platform/storage/migrations.h"

#include <algorithm>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

class MigrationsOn : public testing::TestWithParam<test::Engine> {
 protected:
  // A connection to a database without any table.
  std::unique_ptr<Connection> connect_to_nothing() {
    Options options = source_.options();
    if (GetParam() == test::Engine::sqlite) options.address += ".new";
    auto connection = connect(options);
    if (GetParam() == test::Engine::postgres) {
      connection->run("DROP SCHEMA public CASCADE", {});
      connection->run("CREATE SCHEMA public", {});
    }
    return connection;
  }
  std::vector<Migration> shipped_and(std::vector<Migration> more) {
    auto all = shipped_migrations(connection_->dialect());
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  std::string state(const std::vector<Migration>& migrations) {
    switch (schema_state(*connection_, migrations)) {
      case SchemaState::empty: return "empty";
      case SchemaState::behind: return "behind";
      case SchemaState::current: return "current";
      case SchemaState::ahead: return "ahead";
      case SchemaState::altered: return "altered";
    }
    return "none";
  }

  test::TestDatabase source_{GetParam()};
  std::unique_ptr<Connection> connection_ = connect(source_.options());
};

const Migration garden{"20991231T0001", "garden",
                       "-- table beds: operational\n"
                       "CREATE TABLE beds (\n"
                       "  id bigint PRIMARY KEY\n"
                       ");\n"
                       "\n"
                       "-- table plants: domain\n"
                       "CREATE TABLE plants (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
                       "  bed_id bigint NOT NULL, name text);\n"
                       "CREATE INDEX plants_by_bed ON plants (bed_id);\n"
                       "INSERT INTO beds (id) VALUES (1);\n"};
const Migration pond{"20991231T0002", "pond", "CREATE TABLE ponds (id bigint PRIMARY KEY);\n"};

TEST_P(MigrationsOn, WhatShipsMakesADatabaseCurrent) {
  connection_ = connect_to_nothing();
  const auto migrations = shipped_migrations(connection_->dialect());
  EXPECT_EQ(state(migrations), "empty");
  migrate(*connection_, migrations);
  EXPECT_EQ(state(migrations), "current");
  migrate(*connection_, migrations);
  EXPECT_EQ(state(migrations), "current");
}

TEST_P(MigrationsOn, StampsAreInOrderAndNoneComesTwice) {
  const auto migrations = shipped_migrations(connection_->dialect());
  EXPECT_GE(migrations.size(), 6u);
  EXPECT_TRUE(std::is_sorted(migrations.begin(), migrations.end(),
                             [](const auto& a, const auto& b) { return a.stamp <= b.stamp; }));
  for (const Migration& migration : migrations) {
    EXPECT_EQ(migration.stamp.size(), 13u) << migration.name;
    EXPECT_FALSE(migration.name.empty());
  }
}

TEST_P(MigrationsOn, WhatWaitsIsRunAndTheRestIsLeftAlone) {
  EXPECT_EQ(state(shipped_and({garden})), "behind");
  migrate(*connection_, shipped_and({garden}));
  EXPECT_EQ(state(shipped_and({garden})), "current");
  connection_->run("INSERT INTO plants (bed_id, name) VALUES (?, ?)",
                   {std::int64_t{1}, std::string{"rose"}});
  migrate(*connection_, shipped_and({garden, pond}));
  EXPECT_EQ(connection_->run("UPDATE plants SET name = name WHERE id = 1 AND name = ?",
                             {std::string{"rose"}}),
            1);
  EXPECT_EQ(connection_->run("INSERT INTO ponds (id) VALUES (?)", {std::int64_t{1}}), 1);
}

TEST_P(MigrationsOn, SomethingIsDoneBeforeTheFirstAndOnlyOnceAndOnlyIfThereIsAny) {
  int calls = 0;
  const auto count = [&] { ++calls; };
  migrate(*connection_, shipped_and({}), count);
  EXPECT_EQ(calls, 0) << "nothing waits";
  migrate(*connection_, shipped_and({garden, pond}), count);
  EXPECT_EQ(calls, 1);
  const auto nothing = connect_to_nothing();
  migrate(*nothing, shipped_migrations(nothing->dialect()), count);
  EXPECT_EQ(calls, 1) << "there was nothing to keep";
}

TEST_P(MigrationsOn, ADatabaseOfANewerProgramIsNotTouched) {
  migrate(*connection_, shipped_and({garden}));
  EXPECT_EQ(state(shipped_and({})), "ahead");
  EXPECT_EQ(fault_of([&] { migrate(*connection_, shipped_and({})); }), "schema");
  EXPECT_EQ(fault_of([&] { source_.get(); }), "schema");
}

TEST_P(MigrationsOn, AMigrationThatWasChangedAfterItRanIsNoticed) {
  migrate(*connection_, shipped_and({garden}));
  Migration changed = garden;
  changed.text = "CREATE TABLE beds (id bigint PRIMARY KEY);\n";
  EXPECT_EQ(state(shipped_and({changed})), "altered");
  const auto failure = failure_of([&] { migrate(*connection_, shipped_and({changed})); });
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->fault(), Fault::schema);
  EXPECT_EQ(failure->code(), "altered");
}

TEST_P(MigrationsOn, ADatabaseThatIsBehindIsNotOpened) {
  connection_->run(
      "DELETE FROM schema_migrations WHERE stamp ="
      " (SELECT max(stamp) FROM schema_migrations)",
      {});
  EXPECT_EQ(state(shipped_and({})), "behind");
  EXPECT_EQ(fault_of([&] { source_.get(); }), "schema");
}

TEST_P(MigrationsOn, OneThatIsCutAnywhereLeavesNothingAndRunsAgain) {
  const auto before = test::world(source_.get());
  int n = 0;
  for (bool was_cut = true; was_cut;) {
    int seen = 0;
    ++n;
    connection_->before_statement = [&](std::string_view sql) {
      if (sql.starts_with("SELECT")) return;
      if (++seen == n) throw Failure(Fault::io, "power", "");
    };
    was_cut = fault_of([&] { migrate(*connection_, shipped_and({garden})); }) == "io";
    connection_->before_statement = {};
    if (was_cut) {
      EXPECT_EQ(test::world(source_.get()), before) << "cut before statement " << n;
      EXPECT_EQ(state(shipped_and({garden})), "behind");
    }
  }
  EXPECT_GE(n, 7) << "BEGIN, four statements, the history, COMMIT";
  EXPECT_EQ(state(shipped_and({garden})), "current");
}

TEST_P(MigrationsOn, OneThatIsWrongLeavesNothing) {
  const auto before = test::world(source_.get());
  Migration wrong = garden;
  wrong.text = "CREATE TABLE beds (id bigint PRIMARY KEY);\nCREATE TABLE beds (id bigint);\n";
  EXPECT_EQ(fault_of([&] { migrate(*connection_, shipped_and({wrong})); }), "other");
  EXPECT_EQ(test::world(source_.get()), before);
}

TEST_P(MigrationsOn, TheHistoryIsCounted) {
  source_.get().read([&](Transaction& tx) {
    EXPECT_EQ(migrations_seen(tx),
              static_cast<std::int64_t>(shipped_migrations(tx.dialect()).size()));
  });
}

TEST(Migrations, ABackUpIsAWholeDatabaseNamedByItsNewestMigration) {
  test::TestDatabase source(test::Engine::sqlite);
  const test::Folder folder;
  const auto connection = connect(source.options());
  connection->run("INSERT INTO followers (name, next_place) VALUES (?, ?)",
                  {std::string{"kept"}, std::int64_t{7}});
  back_up(*connection, folder.path() / "backups");
  connection->run("DELETE FROM followers", {});
  back_up(*connection, folder.path() / "again");

  const std::string newest = shipped_migrations(Dialect::sqlite).back().stamp;
  Options copy;
  copy.address = folder.path() / "backups" / ("before-" + newest + ".db");
  const auto positions = [&] {
    std::vector<std::int64_t> out;
    const auto kept = Database::open(copy);
    kept->read(
        [&](Transaction& tx) { out = tx.all<std::int64_t>("SELECT next_place FROM followers"); });
    return out;
  };
  EXPECT_EQ(positions(), std::vector<std::int64_t>{7});
  back_up(*connection, folder.path() / "backups");
  EXPECT_EQ(positions(), std::vector<std::int64_t>{})
      << "a second one takes the place of the first";
}

TEST(TableKinds, AreReadFromTheCommentsOfMigrations) {
  const TableKinds kinds({garden});
  EXPECT_EQ(kinds.operational(), std::vector<std::string>{"beds"});
  EXPECT_EQ(kinds.domain(), std::vector<std::string>{"plants"});
}

TEST(TableKinds, EveryChangeOfATableThatIsNotOperationalIsOneOfTheDomain) {
  const TableKinds kinds({garden});
  const struct {
    std::string_view sql;
    bool is_domain_change;
  } cases[] = {
      {"INSERT INTO plants (id) VALUES (?)", true},
      {"INSERT INTO beds (id) VALUES (?)", false},
      {"UPDATE plants SET name = ? WHERE id = ?", true},
      {"UPDATE beds SET id = ?", false},
      {"DELETE FROM plants WHERE id = ?", true},
      {"DELETE FROM beds", false},
      {"DELETE FROM beds_of_others", true},
      {"INSERT INTO undeclared (id) VALUES (?)", true},
      {"SELECT id FROM plants", false},
      {"COMMIT", false},
  };
  for (const auto& one : cases)
    EXPECT_EQ(kinds.is_domain_change(one.sql), one.is_domain_change) << one.sql;
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, MigrationsOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
