#include "platform/storage/sqlite.h"

#include <fstream>

#include "platform/storage/counters_fixture.h"

namespace xb::storage {
namespace {

using Ids = std::vector<std::int64_t>;

class Sqlite : public testing::Test {
 protected:
  Database& database() { return counting_.database(); }
  std::filesystem::path log() { return counting_.source().options().address + "-wal"; }
  void fail_once(Fault fault) {
    failure_of([&] {
      database().write(Lane::interactive, [&](Transaction&) -> bool {
        throw Failure(fault, "injected", "INSERT INTO counters (id) VALUES (?)");
      });
    });
  }

  Counting counting_{test::Engine::sqlite};
};

TEST_F(Sqlite, TroubleIsOneWordUntilWorkSucceedsAgain) {
  EXPECT_EQ(database().trouble(), "");
  fail_once(Fault::full);
  EXPECT_EQ(database().trouble(), "full");
  fail_once(Fault::io);
  EXPECT_EQ(database().trouble(), "io");
  counting_.add(1);
  EXPECT_EQ(database().trouble(), "");
}

// A refusal wrote nothing, so it says nothing about the disk.
TEST_F(Sqlite, ARefusedCommandDoesNotEndTheTrouble) {
  fail_once(Fault::full);
  EXPECT_FALSE(database().write(Lane::interactive, [](Transaction&) { return false; }));
  EXPECT_EQ(database().trouble(), "full");
}

TEST(SqlitePath, MayHoldBlanksAndSignsThatMeanSomethingElsewhere) {
  const test::Folder folder;
  for (const char* name : {"my bank", "a=b timeout=0", "100%?#", "消保 银行"}) {
    const std::filesystem::path file = folder.path() / name;
    Options options;
    options.address = file;
    connect(options)->run("CREATE TABLE kept (id bigint)", {});
    EXPECT_TRUE(std::filesystem::exists(file)) << name;
    options.read_only = true;
    EXPECT_NO_THROW(connect(options)->run("SELECT count(*) FROM kept", {})) << name;
  }
  Options quoted;
  quoted.address = folder.path() / "a\"b";
  EXPECT_EQ(fault_of([&] { connect(quoted); }), "io");
}

TEST_F(Sqlite, ACommandsOwnFaultIsNoTroubleOfTheDatabase) {
  fail_once(Fault::constraint);
  fail_once(Fault::other);
  EXPECT_EQ(database().trouble(), "");
}

TEST_F(Sqlite, ACorruptPageStopsWritingAndNamesTheTableAndReadingGoesOn) {
  counting_.add(1);
  fail_once(Fault::corrupt);
  EXPECT_EQ(database().trouble(), "corrupt counters");
  EXPECT_EQ(fault_of([&] { counting_.add(2); }), "corrupt");
  EXPECT_EQ(counting_.ids(), Ids{1});
  fail_once(Fault::full);
  EXPECT_EQ(database().trouble(), "corrupt counters") << "only a restart clears it";
  counting_.source().close();
  counting_.add(2);
  EXPECT_EQ(counting_.ids(), (Ids{1, 2}));
}

TEST_F(Sqlite, AFileWithPagesOverwrittenIsFoundCorrupt) {
  database().write(Lane::interactive, [](Transaction& tx) {
    for (std::int64_t id = 1; id <= 2000; ++id) Counting::add(tx, id);
    return true;
  });
  counting_.source().close();
  {
    std::fstream file(counting_.source().options().address,
                      std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(0, std::ios::end);
    const auto size = static_cast<std::int64_t>(file.tellp());
    file.seekp(size - 3 * 4096);
    file << std::string(2 * 4096, '\xAA');
  }
  EXPECT_EQ(fault_of([&] {
              database().read([](Transaction& tx) {
                tx.one<std::int64_t>("SELECT CAST(sum(amount) AS bigint) FROM counters");
              });
            }),
            "corrupt");
  EXPECT_TRUE(database().trouble().starts_with("corrupt")) << database().trouble();
}

TEST_F(Sqlite, AReadOnlyDatabaseIsReadAndNotWritten) {
  counting_.add(1);
  counting_.source().close();
  Options options = counting_.source().options();
  options.read_only = true;
  counting_.source().set_options(options);
  EXPECT_EQ(counting_.ids(), Ids{1});
  EXPECT_EQ(fault_of([&] { counting_.add(2); }), "read_only");
  EXPECT_EQ(database().trouble(), "read_only");
  EXPECT_EQ(counting_.ids(), Ids{1});
}

TEST_F(Sqlite, AReadOnlyDatabaseIsReadWithWhatACrashLeftInItsLog) {
  counting_.add(1);
  // A copy of file and log as they stand while the database is open, as after kill -9.
  const test::Folder folder;
  Options options;
  options.address = folder.path() / "copy.db";
  std::filesystem::copy_file(counting_.source().options().address, options.address);
  std::filesystem::copy_file(log(), options.address + "-wal");
  options.read_only = true;
  const auto copy = Database::open(options);
  copy->read(
      [](Transaction& tx) { EXPECT_EQ(tx.all<std::int64_t>("SELECT id FROM counters"), Ids{1}); });
}

TEST_F(Sqlite, StoppingEmptiesTheLog) {
  counting_.add(1);
  EXPECT_GT(std::filesystem::file_size(log()), 0u);
  database().stop();
  EXPECT_EQ(std::filesystem::file_size(log()), 0u);
}

TEST_F(Sqlite, AReaderThatWasInTheMiddleKeepsNoLaterCheckpointFromEmptyingTheLog) {
  counting_.add(1);
  database().read([&](Transaction& tx) {
    EXPECT_EQ(tx.one<std::int64_t>("SELECT count(*) FROM counters"), 1);
    counting_.add(2);
  });
  database().stop();
  EXPECT_EQ(std::filesystem::file_size(log()), 0u);
}

TEST_F(Sqlite, WhatWasAcknowledgedIsThereWhenTheFileIsTakenWithItsLog) {
  const test::Folder folder;
  Options copied;
  for (std::int64_t id = 1; id <= 20; ++id) {
    counting_.add(id);
    copied.address = folder.path() / ("copy" + std::to_string(id) + ".db");
    std::filesystem::copy_file(counting_.source().options().address, copied.address);
    std::filesystem::copy_file(log(), copied.address + "-wal");
    Database::open(copied)->read([&](Transaction& tx) {
      EXPECT_EQ(tx.one<std::int64_t>("SELECT count(*) FROM counters"), id);
    });
  }
}

TEST_F(Sqlite, ReadersCannotWriteAndNeverCheckpoint) {
  const auto reader = connect_sqlite(counting_.source().options(), SqliteRole::reader);
  EXPECT_EQ(fault_of([&] { reader->run("DELETE FROM counters", {}); }), "read_only");
  constexpr CellType types[] = {CellType::integer};
  const auto pragma = [&](Connection& connection, std::string_view sql) {
    std::int64_t value = -1;
    connection.run(sql, {}, types,
                   [&](std::span<Cell> row) { value = std::get<std::int64_t>(row[0]); });
    return value;
  };
  EXPECT_EQ(pragma(*reader, "PRAGMA wal_autocheckpoint"), 0);
  EXPECT_EQ(pragma(*reader, "PRAGMA mmap_size"), 0);
  const auto writer = connect_sqlite(counting_.source().options(), SqliteRole::writer);
  EXPECT_EQ(pragma(*writer, "PRAGMA synchronous"), 2) << "FULL";
  EXPECT_EQ(pragma(*writer, "PRAGMA temp_store"), 2) << "MEMORY";
  EXPECT_EQ(pragma(*writer, "PRAGMA foreign_keys"), 1);
  EXPECT_EQ(pragma(*writer, "PRAGMA mmap_size"), 0);
}

}  // namespace
}  // namespace xb::storage
