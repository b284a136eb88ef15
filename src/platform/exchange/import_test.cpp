#include "platform/exchange/import.h"

#include "core/encoding.h"
#include "platform/exchange/parcels_fixture.h"
#include "platform/sealing/crypto.h"

namespace xb::exchange {
namespace {

using Strings = std::vector<std::string>;

class ImportsOn : public Parcels {};

std::string numbers(const Report& report) {
  return std::to_string(report.rows) + " rows, " + std::to_string(report.created) + " created, " +
         std::to_string(report.known) + " known, " + std::to_string(report.failed) + " failed";
}

TEST_P(ImportsOn, ABatchRemembersWhatItCameTo) {
  const std::string bytes = table(1, 3) + "4,,2026-01-31\n" + table(1, 1).substr(11);
  const Report report = bring_in(bytes);
  EXPECT_EQ(numbers(report), "5 rows, 3 created, 1 known, 1 failed");
  const Batch stored = batch(report.batch_id.value());
  EXPECT_EQ(stored.state, BatchState::done);
  EXPECT_EQ(stored.rows, 5);
  EXPECT_EQ(stored.created, 3);
  EXPECT_EQ(stored.known, 1);
  EXPECT_EQ(stored.failed, 1);
  EXPECT_EQ(stored.mapping, "ours");
  EXPECT_EQ(stored.target, "parcels");
  EXPECT_EQ(stored.file_hash, hex(sealing::sha256(bytes)));
  EXPECT_EQ(stored.actor_id, bank_.chen_yu.person);
  EXPECT_EQ(stored.started_at, test::monday);
  EXPECT_EQ(stored.ended_at, test::monday);
}

TEST_P(ImportsOn, ABatchRunsUntilTheLastRow) {
  const auto import = begin(table(1, 450));
  const auto id = import->batch_id().value();
  EXPECT_EQ(batch(id).state, BatchState::running);
  EXPECT_FALSE(batch(id).ended_at.has_value());
  std::vector<std::int64_t> seen;
  import->finish([&](const Report& report) { seen.push_back(report.rows);
});
EXPECT_EQ(seen, (std::vector<std::int64_t>{200, 400, 450}));
EXPECT_EQ(batch(id).state, BatchState::done);
EXPECT_EQ(ids().size(), 450u);
}  // namespace

TEST_P(ImportsOn, EveryCommandLeavesAnEntry) {
  std::string bad = "No,To,Sent\n";
  for (int i = 0; i < 250; ++i) bad += std::to_string(i) + ",,2026-01-31\n";
  const Report report = bring_in(bad);
  EXPECT_EQ(numbers(report), "250 rows, 0 created, 0 known, 250 failed");
  EXPECT_EQ(kinds_of(*report.batch_id),
            (Strings{"import.started", "import.progressed", "import.ended"}));
}

TEST_P(ImportsOn, AnEmptyTableIsABatchToo) {
  const Report report = bring_in("No,To,Sent\n");
  EXPECT_EQ(numbers(report), "0 rows, 0 created, 0 known, 0 failed");
  EXPECT_EQ(batch(*report.batch_id).state, BatchState::done);
}

TEST_P(ImportsOn, ARowIsKnownByMappingAndNumberTogether) {
  bring_in(table(1, 2));
  EXPECT_EQ(numbers(bring_in(table(2, 2))), "2 rows, 1 created, 1 known, 0 failed");
  EXPECT_EQ(numbers(begin(table(1, 2), false, "theirs")->finish()),
            "2 rows, 2 created, 0 known, 0 failed");
}

TEST_P(ImportsOn, ANumberThatNamesTwoThingsIsAnErrorOfTheSecond) {
  const std::string bytes = table(1, 2) + "2,somebody else,2026-01-31\n" + table(2, 1).substr(11);
  const Report report = bring_in(bytes);
  EXPECT_EQ(numbers(report), "4 rows, 2 created, 1 known, 1 failed");
  ASSERT_EQ(report.errors.size(), 1u);
  EXPECT_EQ(report.errors[0].line, 4);
  EXPECT_EQ(report.errors[0].code.str(), "import.source_id_twice");
  EXPECT_EQ(report.errors[0].column.str(), "No");
  EXPECT_EQ(numbers(bring_in(bytes)), "4 rows, 0 created, 3 known, 1 failed") << "as at first";
}

TEST_P(ImportsOn, TheNumberOfTheSourceIsKept) {
  bring_in(table(7, 1));
  const std::int64_t id = ids().front();
  bank_.database().read([&](storage::Transaction& tx) {
    EXPECT_EQ(source_id_of(tx, "parcels", id), "7");
    EXPECT_EQ(source_id_of(tx, "letters", id), std::nullopt);
    EXPECT_EQ(source_id_of(tx, "parcels", 1), std::nullopt);
  });
}

TEST_P(ImportsOn, ARehearsalWritesNothing) {
  bring_in(table(1, 1));
  const auto before = world();
  const auto import = begin(table(1, 2) + "2,again,2026-01-31\n3,,2026-01-31\n", true);
  EXPECT_FALSE(import->batch_id().has_value());
  const Report report = import->finish();
  EXPECT_EQ(numbers(report), "4 rows, 1 created, 1 known, 2 failed");
  EXPECT_FALSE(report.batch_id.has_value());
  EXPECT_EQ(world(), before);
}

TEST_P(ImportsOn, TheTimeOfARowIsThatOfItsCommand) {
  const std::string bytes = "No,To,Sent\n1,tomorrow,2026-03-03\n";
  EXPECT_EQ(bring_in(bytes).errors.at(0).code.str(), "field.in_future");
  now_ = now_ + std::chrono::hours{24};
  EXPECT_EQ(bring_in(bytes).created, 1);
}

TEST_P(ImportsOn, ErrorsAreKeptByLineAndOnlyAThousandAreTold) {
  std::string bad = "No,To,Sent\n";
  for (int i = 0; i < 1010; ++i) bad += std::to_string(i) + ",x,yesterday\n";
  const Report report = bring_in(bad);
  EXPECT_EQ(report.failed, 1010);
  EXPECT_EQ(report.errors.size(), errors_shown_max);
  EXPECT_EQ(report.errors[0].line, 2);
  EXPECT_EQ(report.errors[0].code.str(), "field.date");
  EXPECT_EQ(report.errors[0].field.str(), "sent_at");
  EXPECT_EQ(report.errors[0].column.str(), "Sent");
  std::vector<ImportError> stored;
  bank_.database().read(
      [&](storage::Transaction& tx) { stored = errors_of(tx, *report.batch_id, 2000); });
  ASSERT_EQ(stored.size(), 1010u);
  EXPECT_EQ(stored.front().line, 2);
  EXPECT_EQ(stored.back().line, 1011);
}

TEST_P(ImportsOn, ALongColumnNameTakesNoMoreThanItsLimit) {
  std::string columns;
  std::string header = "No,Sent";
  for (int i = 0; i < 20; ++i) {
    const std::string name = std::to_string(i) + std::string(100, 'x') + "中";
    header += "," + name;
    columns += (i == 0 ? "\"" : ",\"") + name + "\"";
  }
  const auto wide = Mapping::parse(
      "name = \"wide\"\ntarget = \"parcels\"\nsource_id = \"No\"\n"
      "[fields.receiver]\ncolumns = [" +
          columns +
          "]\n"
          "[fields.sent_at]\ncolumn = \"Sent\"\nformat = \"date\"\n",
      target_.fields);
  const std::string row = "1,2026-01-31" + std::string(20, ',') + "\n";
  const auto report =
      Import::begin(ground(), target_, wide.value(), header + "\n" + row, false).value()->finish();
  ASSERT_EQ(report.errors.size(), 1u);
  EXPECT_EQ(code_points(report.errors[0].column.str()), 1000u);
}

TEST_P(ImportsOn, ErrorsBeyondTheFirstTenThousandAreOnlyCounted) {
  std::string bad = "No,To,Sent\n";
  for (std::int64_t i = 0; i < errors_kept_max + 5; ++i) bad += "1\n";
  const Report report = bring_in(bad);
  EXPECT_EQ(report.failed, errors_kept_max + 5);
  EXPECT_EQ(batch(*report.batch_id).failed, errors_kept_max + 5);
  std::vector<ImportError> stored;
  bank_.database().read(
      [&](storage::Transaction& tx) { stored = errors_of(tx, *report.batch_id, 20'000); });
  EXPECT_EQ(stored.size(), static_cast<std::size_t>(errors_kept_max));
}

TEST_P(ImportsOn, ABatchEndsWithItsGroupWhereNothingMayBeWritten) {
  const std::string bytes = table(1, 450);
  int asked = 0;
  stopped_by_ = [&] { return ++asked > 2 ? std::optional{BrokenBy::clock} : std::nullopt; };
  const Report report = bring_in(bytes);
  EXPECT_EQ(numbers(report), "200 rows, 200 created, 0 known, 0 failed");
  EXPECT_EQ(report.broken_by, BrokenBy::clock);
  const Batch stored = batch(*report.batch_id);
  EXPECT_EQ(stored.state, BatchState::broken);
  EXPECT_EQ(stored.broken_by, BrokenBy::clock);
  EXPECT_EQ(stored.ended_at, now_);
  EXPECT_EQ(stored.created, 200);
  EXPECT_EQ(kinds_of(*report.batch_id), (Strings{"import.started", "import.broken"}));
  stopped_by_ = {};
  EXPECT_EQ(numbers(bring_in(bytes)), "450 rows, 250 created, 200 known, 0 failed");
}

TEST_P(ImportsOn, NothingBeginsWhereNothingMayBeWritten) {
  const auto before = world();
  stopped_by_ = [] { return std::optional{BrokenBy::clock}; };
  const auto begin = [&](bool is_dry_run) {
    return storage::fault_of(
        [&] { (void)Import::begin(ground(), target_, mapping(), table(1, 1), is_dry_run); });
  };
  EXPECT_EQ(begin(false), "clock");
  EXPECT_EQ(begin(true), "clock");
  EXPECT_EQ(world(), before);
}

TEST_P(ImportsOn, WhatWasLeftRunningIsBrokenWhenTheProgramStarts) {
  const auto done = *bring_in(table(1, 1)).batch_id;
  const auto left = begin(table(1, 3))->batch_id().value();
  now_ = now_ + std::chrono::hours{1};
  break_off_left(ground());
  EXPECT_EQ(batch(done).state, BatchState::done);
  EXPECT_EQ(batch(left).state, BatchState::broken);
  EXPECT_EQ(batch(left).broken_by, BrokenBy::restart);
  EXPECT_EQ(batch(left).ended_at, now_);
  EXPECT_EQ(kinds_of(left), (Strings{"import.started", "import.broken"}));
  const auto before = world();
  break_off_left(ground());
  EXPECT_EQ(world(), before);
}

TEST_P(ImportsOn, ABatchThatRunsElsewhereTakesItselfBack) {
  const auto import = begin(table(1, 3));
  break_off_left(ground());
  import->finish();
  EXPECT_EQ(batch(*import->batch_id()).state, BatchState::done);
  EXPECT_FALSE(batch(*import->batch_id()).broken_by.has_value());
  EXPECT_EQ(ids().size(), 3u);
}

TEST_P(ImportsOn, ABatchThatWasUndoneMeanwhileGoesNoFurther) {
  const auto import = begin(table(1, 3));
  break_off_left(ground());
  EXPECT_EQ(undo(*import->batch_id()), "none");
  EXPECT_EQ(storage::fault_of([&] { import->finish(); }), "other");
  EXPECT_TRUE(ids().empty());
  const auto before = world();
  import->break_off(BrokenBy::failure);
  EXPECT_EQ(world(), before) << "it has ended by itself";
}

TEST_P(ImportsOn, AFileIsKnownByItsFirstBytes) {
  EXPECT_EQ(kind_of("PK\x03\x04..."), FileKind::xlsx);
  EXPECT_EQ(kind_of("PK"), FileKind::csv);
  EXPECT_EQ(kind_of(""), FileKind::csv);
  EXPECT_EQ(kind_of("No,To"), FileKind::csv);
}

TEST_P(ImportsOn, AnImportThatFailsAnywhereIsCompletedByTheNextOne) {
  const std::string bytes = table(1, 3);
  bool stopped = true;
  for (int n = 1; stopped; ++n) {
    gate_.stop_at(n, storage::Fault::io);
    const auto failure = storage::failure_of([&] { bring_in(bytes); });
    gate_.open();
    stopped = failure.has_value();
    EXPECT_EQ(ids().size(), stopped ? 0u : 3u) << n;
    ASSERT_LT(n, 100);
  }
  EXPECT_EQ(ids().size(), 3u);
  EXPECT_EQ(bring_in(bytes).known, 3);
}

TEST_P(ImportsOn, WhatCameInBeforeAFailureStaysAndIsKnown) {
  const std::string bytes = table(1, 450);
  int commands = 0;
  gate_.watch([&](std::string_view sql) {
    if (sql.starts_with("BEGIN") && ++commands == 4)
      throw storage::Failure(storage::Fault::io, "injected", "");
  });
  EXPECT_EQ(storage::fault_of([&] { bring_in(bytes); }), "io");
  gate_.open();
  EXPECT_EQ(ids().size(), 400u);
  EXPECT_EQ(numbers(bring_in(bytes)), "450 rows, 50 created, 400 known, 0 failed");
  EXPECT_EQ(ids().size(), 450u);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ImportsOn, test::each_database, test::name_of_database);

}  // namespace xb::exchange
}  // namespace xb::exchange
