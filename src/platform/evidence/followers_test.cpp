#include "platform/evidence/followers.h"

#include "platform/evidence/telling_fixture.h"
#include "test/support/gate.h"

namespace xb::evidence {
namespace {

using storage::Failure;
using storage::Fault;
using Notes = std::vector<std::string>;

constexpr std::int64_t parcel = 7000;

class FollowersOn : public testing::TestWithParam<test::Engine> {
 protected:
  test::Bank& bank() { return telling_.bank; }

  // Writes each entry into a table under its own name and place: a second time would be noticed.
  Follower noting(const std::string& name) {
    return {name, [this, name](storage::Transaction& tx, const std::vector<PlacedEntry>& entries) {
              for (const PlacedEntry& entry : entries) {
                tx.execute("INSERT INTO key_fingerprints (name, fingerprint) VALUES (?, ?)",
                           name + " " + std::to_string(1000 + entry.place), entry.kind);
                if (entry.place == poison_) throw Failure(fault_, "poison", "");
              }
            }};
  }
  Notes notes(const std::string& name) {
    Notes out;
    bank().database().read([&](storage::Transaction& tx) {
      out = tx.all<std::string>("SELECT name FROM key_fingerprints WHERE name LIKE ? ORDER BY name",
                                name + " %");
    });
    return out;
  }
  std::int64_t position_of(const std::string& name) {
    std::int64_t out = 0;
    bank().database().read([&](storage::Transaction& tx) { out = position(tx, name); });
    return out;
  }
  // The founding of the bank stands at place 0.
  void tell(int count) {
    for (int i = 0; i < count; ++i) telling_.tell(parcel, {"depot", {}});
    bank().place();
  }
  void step_to_the_end(Followers& followers) {
    for (int i = 0; i < 100 && followers.step(); ++i) continue;
  }
  Result<void> skip_at(const std::string& name, std::int64_t place) {
    return bank().write(bank().chen_yu, test::monday, [&](Work& work) -> Result<void> {
      return skip(work, sealing::key(work, {bank_id}), bank_id,
                  {Text<64, Presence::required>::trusted(name), place,
                   Text<500, Presence::required>::trusted("unreadable since the move")});
    });
  }

  test::Gate gate_;
  Telling telling_{GetParam(), gate_.pass()};
  std::int64_t poison_ = -1;
  Fault fault_ = Fault::other;
};

TEST_P(FollowersOn, EveryEntryIsFollowedOnceAndInOrder) {
  tell(3);
  Followers followers(bank().database(), {noting("search")});
  step_to_the_end(followers);
  EXPECT_EQ(notes("search"), (Notes{"search 1000", "search 1001", "search 1002", "search 1003"}));
  EXPECT_EQ(position_of("search"), 4);
  step_to_the_end(followers);
  tell(2);
  step_to_the_end(followers);
  EXPECT_EQ(notes("search").size(), 6u);
  EXPECT_TRUE(followers.stopped().empty());
}

TEST_P(FollowersOn, AFollowerGoesOnWhereItStoodBeforeARestart) {
  tell(3);
  { Followers(bank().database(), {noting("search")}).step(); }
  bank().reopen();
  tell(1);
  Followers again(bank().database(), {noting("search")});
  step_to_the_end(again);
  EXPECT_EQ(notes("search").size(), 5u);
}

TEST_P(FollowersOn, AnEntryWithoutAPlaceIsNotFollowedYet) {
  telling_.forge(parcel + 1, "{}", "00", "00");
  tell(1);
  Followers followers(bank().database(), {noting("search")});
  step_to_the_end(followers);
  EXPECT_EQ(notes("search"), (Notes{"search 1000", "search 1001"}));
}

// A batch is as large as what others may have to wait for it, at most 500.
TEST_P(FollowersOn, ManyEntriesAreFollowedInOrderInBatchesThatFitTheirTime) {
  telling_.run([&](Work& work) {
    for (int i = 0; i < 1100; ++i) telling_.append_move(work, parcel, {"depot", {}});
  });
  bank().place();
  const auto followed_at = [&](const char* name, std::chrono::microseconds an_entry) {
    std::vector<std::int64_t> places;
    std::vector<std::size_t> batches;
    std::chrono::steady_clock::time_point now;
    Followers followers(bank().database(),
                        {{name,
                          [&](auto&, const auto& entries) {
                            batches.push_back(entries.size());
                            for (const auto& entry : entries) places.push_back(entry.place);
                            now += an_entry * entries.size();
                          }}},
                        [&] { return now; });
    while (followers.step()) continue;
    EXPECT_EQ(places.size(), 1101u);
    for (std::size_t i = 0; i < places.size(); ++i)
      EXPECT_EQ(places[i], static_cast<std::int64_t>(i));
    return batches;
  };
  EXPECT_EQ(followed_at("quick", std::chrono::microseconds{1}),
            (std::vector<std::size_t>{32, 128, 500, 441}));
  const auto slow = followed_at("slow", std::chrono::milliseconds{2});
  EXPECT_EQ(slow.at(0), 32u);
  EXPECT_EQ(slow.at(1), 4u);
  EXPECT_EQ(slow.at(10), 4u);
  const auto very_slow = followed_at("very slow", std::chrono::milliseconds{20});
  EXPECT_EQ(very_slow.size(), 1u + 1101u - 32u);
}

TEST_P(FollowersOn, EffectAndPositionAreOneWhereverACommandIsCut) {
  tell(2);
  const auto before = test::world(bank().database());
  int n = 0;
  for (bool was_cut = true; was_cut;) {
    Followers followers(bank().database(), {noting("search")});
    gate_.stop_at(++n, Fault::io);
    followers.step();
    gate_.open();
    was_cut = position_of("search") == 0;
    if (was_cut) {
      EXPECT_EQ(test::world(bank().database()), before) << "cut before statement " << n;
    }
  }
  EXPECT_GE(n, 7);
  EXPECT_EQ(notes("search").size(), 3u);
}

TEST_P(FollowersOn, APoisonEntryIsTriedTenTimesThenItsFollowerStopsAndIsNamed) {
  tell(4);
  poison_ = 2;
  Followers followers(bank().database(), {noting("search")});
  int steps = 0;
  while (followers.stopped().empty() && steps < 100) {
    followers.step();
    ++steps;
  }
  EXPECT_EQ(followers.stopped(), Notes{"search at 2"});
  EXPECT_EQ(notes("search"), (Notes{"search 1000", "search 1001"})) << "what came before is done";
  int tries = 0;
  Followers counting(bank().database(), {{"search", [&](auto&, const auto&) {
                                            ++tries;
                                            throw Failure(Fault::other, "poison", "");
                                          }}});
  for (int i = 0; i < 30; ++i) counting.step();
  EXPECT_EQ(tries, 10) << "and no more";
  EXPECT_EQ(counting.stopped(), Notes{"search at 2"});
}

TEST_P(FollowersOn, AnExceptionOfAnyKindStopsOnlyItsFollower) {
  tell(3);
  Followers followers(
      bank().database(),
      {{"broken", [](auto&, const auto&) { throw std::out_of_range("x"); }}, noting("search")});
  for (int i = 0; i < 30; ++i) followers.step();
  EXPECT_EQ(followers.stopped(), Notes{"broken at 0"});
  EXPECT_EQ(notes("search").size(), 4u);
  tell(1);
  followers.step();
  EXPECT_EQ(notes("search").size(), 5u);
}

TEST_P(FollowersOn, SkippingLetsAFollowerPassAndLeavesAnEntry) {
  tell(4);
  poison_ = 2;
  Followers followers(bank().database(), {noting("search")});
  for (int i = 0; i < 30; ++i) followers.step();
  ASSERT_EQ(followers.stopped(), Notes{"search at 2"});
  EXPECT_TRUE(skip_at("search", 2).has_value());
  bank().place();
  step_to_the_end(followers);
  EXPECT_TRUE(followers.stopped().empty());
  EXPECT_EQ(notes("search"),
            (Notes{"search 1000", "search 1001", "search 1003", "search 1004", "search 1005"}));
  bank().read(bank().chen_yu, [](Work& work) {
    const auto entries = timeline(work, bank_id, 0, 10);
    EXPECT_EQ(entries.back().kind, "follower.skipped");
    EXPECT_EQ(
        entries.back().facts.text,
        R"({"follower":"search","place":2,"reason":"unreadable since the move","actor_id":203})");
    return true;
  });
}

TEST_P(FollowersOn, AFollowerThatSkippedTheLastEntryIsNamedNoMore) {
  tell(2);
  poison_ = 2;
  Followers followers(bank().database(), {noting("search")});
  for (int i = 0; i < 30; ++i) followers.step();
  ASSERT_EQ(followers.stopped(), Notes{"search at 2"});
  // The skip's own entry has no place yet, so there is nothing to read.
  bank().database().write(storage::Lane::interactive, [](storage::Transaction& tx) {
    return tx.execute("UPDATE followers SET next_place = 3") == 1;
  });
  followers.step();
  EXPECT_TRUE(followers.stopped().empty());
}

TEST_P(FollowersOn, AFullDiskIsNotTheFaultOfTheEntry) {
  tell(2);
  poison_ = 1;
  Followers followers(bank().database(), {noting("search")});
  for (const Fault fault : {Fault::full, Fault::io, Fault::memory}) {
    fault_ = fault;
    for (int i = 0; i < 30; ++i) followers.step();
    EXPECT_TRUE(followers.stopped().empty()) << storage::name(fault);
  }
  poison_ = -1;
  step_to_the_end(followers);
  EXPECT_EQ(notes("search").size(), 3u);
}

TEST_P(FollowersOn, ADatabaseThatFailsEveryCommandForAWhileStopsNobody) {
  tell(2);
  Followers followers(bank().database(), {noting("search")});
  for (int i = 0; i < 30; ++i) {
    gate_.stop_at(1, Fault::io);
    followers.step();
  }
  gate_.open();
  EXPECT_TRUE(followers.stopped().empty());
  step_to_the_end(followers);
  EXPECT_EQ(notes("search").size(), 3u);
}

TEST_P(FollowersOn, SkippingElsewhereOrForNobodyIsRefused) {
  tell(2);
  Followers followers(bank().database(), {noting("search")});
  step_to_the_end(followers);
  const auto before = test::world(bank().database());
  const auto elsewhere = skip_at("search", 1);
  ASSERT_FALSE(elsewhere.has_value());
  EXPECT_EQ(elsewhere.error(), (Refusal{Reason::conflict, "follower.elsewhere", "place"}));
  const auto unknown = skip_at("serach", 3);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error(), (Refusal{Reason::missing, "follower.unknown", "follower"}));
  EXPECT_EQ(test::world(bank().database()), before);
}

TEST_P(FollowersOn, AFollowerThatHasReadNothingStandsAtTheStart) {
  EXPECT_EQ(position_of("search"), 0);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, FollowersOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::evidence
