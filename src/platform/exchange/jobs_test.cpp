#include "platform/exchange/jobs.h"

#include <future>

#include "platform/exchange/parcels_fixture.h"

namespace xb::exchange {
namespace {

class ImportJobsOn : public Parcels {};

TEST_P(ImportJobsOn, AnImportGoesOnWithoutWhoBeganIt) {
  ImportJobs jobs;
  auto import = begin(table(1, 250));
  const auto id = *import->batch_id();
  EXPECT_TRUE(jobs.run(std::move(import)).has_value());
  jobs.stop();
  EXPECT_EQ(batch(id).state, BatchState::done);
  EXPECT_EQ(ids().size(), 250u);
}

TEST_P(ImportJobsOn, OneRunsAtATime) {
  std::promise<void> begun;
  std::promise<void> go_on;
  std::atomic<bool> is_first = true;
  ImportJobs jobs;
  auto first = begin(table(1, 1));
  auto second = begin(table(2, 1));
  auto third = begin(table(2, 1));
  gate_.watch([&](std::string_view) {
    if (!is_first.exchange(false)) return;
    begun.set_value();
    go_on.get_future().wait();
  });
  ASSERT_TRUE(jobs.run(std::move(first)).has_value());
  begun.get_future().wait();
  const auto refused = jobs.run(std::move(second));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error(), (Refusal{Reason::conflict, "import.another_runs", ""}));
  go_on.set_value();
  jobs.stop();
  EXPECT_TRUE(jobs.run(std::move(third)).has_value()) << "once it has ended the next may run";
  jobs.stop();
  EXPECT_EQ(ids().size(), 2u);
}

TEST_P(ImportJobsOn, AnImportThatFailsIsToldWithoutAValueAndTheNextOneRuns) {
  ImportJobs jobs;
  auto import = begin(table(1, 1));
  testing::internal::CaptureStderr();
  gate_.stop_at(1, storage::Fault::full);
  ASSERT_TRUE(jobs.run(std::move(import)).has_value());
  jobs.stop();
  const std::string told = testing::internal::GetCapturedStderr();
  gate_.open();
  EXPECT_NE(told.find(R"("severity":"alarm","event":"import.failed","fault":"full")"),
            std::string::npos)
      << told;
  EXPECT_EQ(told.find("receiver 1"), std::string::npos) << told;
  EXPECT_TRUE(ids().empty());
  ASSERT_TRUE(jobs.run(begin(table(1, 1))).has_value());
  jobs.stop();
  EXPECT_EQ(ids().size(), 1u);
}

TEST_P(ImportJobsOn, GoingWaitsForTheOneThatRuns) {
  auto import = begin(table(1, 450));
  const auto id = *import->batch_id();
  {
    ImportJobs jobs;
    ASSERT_TRUE(jobs.run(std::move(import)).has_value());
  }
  EXPECT_EQ(batch(id).state, BatchState::done);
}

TEST_P(ImportJobsOn, StoppingWithNothingToWaitForIsNothing) {
  ImportJobs jobs;
  jobs.stop();
  jobs.stop();
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ImportJobsOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::exchange
