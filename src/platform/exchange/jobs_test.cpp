#include "platform/exchange/jobs.h"

#include <future>
#include <thread>

#include "platform/exchange/parcels_fixture.h"

namespace xb::exchange {
namespace {

class ImportJobsOn : public Parcels {
 protected:
  ImportJobs::Begin beginning(std::string bytes) {
    return [this, bytes = std::move(bytes)] {
      return Import::begin(ground(), target_, mapping(), bytes, false);
    };
  }
  // The writers stand still at the first statement with `text` until `go_on_`.
  void halt_at(std::string text) {
    gate_.watch([this, text = std::move(text), is_first = true](std::string_view sql) mutable {
      if (!is_first || sql.find(text) == std::string_view::npos) return;
      is_first = false;
      halted_.set_value();
      go_on_.get_future().wait();
    });
  }
  std::vector<Batch> all() {
    std::vector<Batch> out;
    bank_.database().read([&](storage::Transaction& tx) { out = batches(tx, bank_.chen_yu, 100); });
    return out;
  }

  std::promise<void> halted_;
  std::promise<void> go_on_;
};

TEST_P(ImportJobsOn, AnImportGoesOnWithoutWhoBeganIt) {
  ImportJobs jobs;
  const auto id = jobs.run(beginning(table(1, 250)));
  ASSERT_TRUE(id.has_value());
  jobs.wait();
  EXPECT_EQ(batch(*id).state, BatchState::done);
  EXPECT_EQ(ids().size(), 250u);
}

TEST_P(ImportJobsOn, OneRunsAtATimeAndTheOtherLeavesNoTrace) {
  ImportJobs jobs;
  halt_at("parcels");
  ASSERT_TRUE(jobs.run(beginning(table(1, 450))).has_value());
  halted_.get_future().wait();
  const auto refused = jobs.run(beginning(table(451, 1)));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error(), (Refusal{Reason::conflict, "import.another_runs", ""}));
  go_on_.set_value();
  jobs.wait();
  EXPECT_EQ(all().size(), 1u) << "no batch that would run for ever";
  EXPECT_TRUE(jobs.run(beginning(table(451, 1))).has_value()) << "once it has ended";
  jobs.wait();
  EXPECT_EQ(ids().size(), 451u);
}

TEST_P(ImportJobsOn, TheNextWaitsWhileOneStoresItsEnd) {
  ImportJobs jobs;
  halt_at("parcels");
  ASSERT_TRUE(jobs.run(beginning(table(1, 1))).has_value());
  halted_.get_future().wait();
  auto next = std::async(std::launch::async, [&] { return jobs.run(beginning(table(2, 1))); });
  go_on_.set_value();
  EXPECT_TRUE(next.get().has_value());
  jobs.wait();
  EXPECT_EQ(ids().size(), 2u);
}

TEST_P(ImportJobsOn, WhatCannotBeginIsAnsweredAndLeavesThePlaceFree) {
  ImportJobs jobs;
  const auto refused = jobs.run(beginning(""));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "table.empty");
  stopped_by_ = [] { return std::optional{BrokenBy::clock}; };
  EXPECT_EQ(storage::fault_of([&] { (void)jobs.run(beginning(table(1, 1))); }), "clock");
  stopped_by_ = {};
  EXPECT_TRUE(all().empty());
  EXPECT_TRUE(jobs.run(beginning(table(1, 1))).has_value());
  jobs.wait();
  EXPECT_EQ(ids().size(), 1u);
}

TEST_P(ImportJobsOn, AnImportThatFailsIsToldWithoutAValueAndItsBatchIsBroken) {
  ImportJobs jobs;
  testing::internal::CaptureStderr();
  int commands = 0;
  gate_.watch([&](std::string_view sql) {
    if (sql.starts_with("BEGIN") && ++commands == 3)
      throw storage::Failure(storage::Fault::full, "injected", "");
  });
  const auto id = jobs.run(beginning(table(1, 450)));
  jobs.wait();
  const std::string told = testing::internal::GetCapturedStderr();
  gate_.open();
  EXPECT_NE(told.find(R"("severity":"alarm","event":"import.failed","fault":"full")"),
            std::string::npos)
      << told;
  EXPECT_EQ(told.find("receiver 1"), std::string::npos) << told;
  EXPECT_EQ(batch(*id).state, BatchState::broken);
  EXPECT_EQ(batch(*id).broken_by, BrokenBy::failure);
  EXPECT_EQ(batch(*id).created, 200);
  EXPECT_EQ(ids().size(), 200u);
  ASSERT_TRUE(jobs.run(beginning(table(1, 450))).has_value());
  jobs.wait();
  EXPECT_EQ(ids().size(), 450u);
}

TEST_P(ImportJobsOn, ThatABatchIsBrokenIsStoredAsSoonAsItCanBe) {
  ImportJobs jobs;
  int commands = 0;
  gate_.watch([&](std::string_view sql) {
    if (sql.starts_with("BEGIN") && ++commands > 1 && commands < 4)
      throw storage::Failure(storage::Fault::full, "injected", "");
  });
  const auto id = jobs.run(beginning(table(1, 1)));
  jobs.wait();
  gate_.open();
  EXPECT_EQ(batch(*id).state, BatchState::broken);
}

TEST_P(ImportJobsOn, StoppingEndsTheImportWithItsGroup) {
  ImportJobs jobs;
  stopped_by_ = [&] { return jobs.stopped_by(); };
  halt_at("parcels");
  const auto id = jobs.run(beginning(table(1, 450)));
  halted_.get_future().wait();
  auto stopping = std::async(std::launch::async, [&] { jobs.stop(); });
  while (jobs.stopped_by() != BrokenBy::stop) std::this_thread::yield();
  go_on_.set_value();
  stopping.get();
  EXPECT_EQ(batch(*id).state, BatchState::broken);
  EXPECT_EQ(batch(*id).broken_by, BrokenBy::stop);
  EXPECT_EQ(ids().size(), 200u);
  EXPECT_EQ(storage::fault_of([&] { (void)jobs.run(beginning(table(1, 1))); }), "busy");
}

TEST_P(ImportJobsOn, AClockThatIsNotToBeTrustedStopsAnImport) {
  std::atomic<bool> may_write = true;
  ImportJobs jobs([&] { return may_write.load(); });
  EXPECT_FALSE(jobs.stopped_by().has_value());
  may_write = false;
  EXPECT_EQ(jobs.stopped_by(), BrokenBy::clock);
}

TEST_P(ImportJobsOn, WhatAnEarlierProgramLeftIsBrokenAsSoonAsItCanBe) {
  const auto left = *begin(table(1, 3))->batch_id();
  ImportJobs jobs;
  gate_.stop_at(1, storage::Fault::full);
  jobs.break_off_left(ground());
  jobs.wait();
  gate_.open();
  EXPECT_EQ(batch(left).state, BatchState::broken);
  EXPECT_EQ(batch(left).broken_by, BrokenBy::restart);
}

TEST_P(ImportJobsOn, StoppingWithNothingToWaitForIsNothing) {
  ImportJobs jobs;
  jobs.stop();
  jobs.stop();
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ImportJobsOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::exchange
