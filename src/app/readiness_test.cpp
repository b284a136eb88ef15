#include "app/readiness.h"

#include <gtest/gtest.h>

#include "app/founding.h"
#include "app/modules.h"
#include "test/support/bank.h"
#include "test/support/gate.h"

namespace xb::app {
namespace {

using Causes = std::vector<std::string>;

class Ready : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(found({folder_.path() / "bank", "sqlite", true}).has_value());
    installation_ = std::move(*open_installation(folder_.path() / "bank"));
  }
  void TearDown() override {
    followers_.reset();
    installation_.reset();
  }
  // The database again, with writers that pass the gate.
  void pass_gate() {
    auto options = options_of(installation_->directory, installation_->configuration);
    options.before_statement = gate_.pass();
    installation_->database.reset();
    installation_->database = storage::Database::open(options);
  }
  void follow(std::vector<evidence::Follower> followers) {
    followers_.emplace(*installation_->database, std::move(followers));
    for (int i = 0; i < 30; ++i) followers_->step();
  }
  Causes causes() {
    const Readiness ready = readiness(*installation_, *followers_);
    EXPECT_EQ(ready.ready, ready.causes.empty());
    return ready.causes;
  }
  void write() {
    installation_->database->write(storage::Lane::interactive, [](storage::Transaction& tx) {
      tx.execute("UPDATE followers SET next_place = next_place");
      return true;
    });
  }

  const test::Folder folder_;
  test::Gate gate_;
  std::unique_ptr<Installation> installation_;
  std::optional<evidence::Followers> followers_;
};

TEST_F(Ready, WhileNothingIsInTheWay) {
  follow(followers(installation_->keys, *installation_->taxonomies));
  EXPECT_EQ(causes(), Causes{});
  EXPECT_EQ(to_json(readiness(*installation_, *followers_)), R"({"ready":true,"causes":[]})");
}

TEST_F(Ready, NotWhileTheClockIsNotTrusted) {
  follow(followers(installation_->keys, *installation_->taxonomies));
  std::int64_t wall = test::monday.ms;
  installation_->clock = std::make_unique<WallClock>(
      TimeSource{[&] { return wall; }, [] { return std::int64_t{0}; }}, test::monday);
  EXPECT_EQ(causes(), Causes{});
  wall += 3'600'000;
  EXPECT_EQ(causes(), Causes{"clock"});
  installation_->clock->confirm();
  EXPECT_EQ(causes(), Causes{});
}

TEST_F(Ready, NotWhileTheDiskIsFull) {
  pass_gate();
  follow(followers(installation_->keys, *installation_->taxonomies));
  gate_.stop_at(1, storage::Fault::full);
  EXPECT_THROW(write(), storage::Failure);
  EXPECT_EQ(causes(), Causes{"storage full"});
  write();
  EXPECT_EQ(causes(), Causes{}) << "until a command goes through again";
}

TEST_F(Ready, NotWhileAFollowerStandsStill) {
  follow({{"search", [](auto&, const auto&) {
             throw storage::Failure(storage::Fault::other, "poison", "");
           }}});
  EXPECT_EQ(causes(), Causes{"follower search at 0"});
}

TEST_F(Ready, NamesEveryCauseAtOnce) {
  pass_gate();
  follow({{"search", [](auto&, const auto&) {
             throw storage::Failure(storage::Fault::other, "poison", "");
           }}});
  gate_.stop_at(1, storage::Fault::io);
  EXPECT_THROW(write(), storage::Failure);
  installation_->clock = std::make_unique<WallClock>(
      TimeSource{[] { return std::int64_t{0}; }, [] { return std::int64_t{0}; }}, test::monday);
  EXPECT_EQ(causes(), (Causes{"storage io", "clock", "follower search at 0"}));
}

}  // namespace
}  // namespace xb::app
