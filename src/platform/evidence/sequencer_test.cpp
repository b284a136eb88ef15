#include "platform/evidence/sequencer.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "core/encoding.h"
#include "platform/evidence/telling_fixture.h"

namespace xb::evidence {
namespace {

constexpr std::int64_t parcel = 6000;

class SequencerOn : public testing::TestWithParam<test::Engine> {
 protected:
  test::Bank& bank() { return telling_.bank; }

  // Each of `writers` tells of its own parcel, so that nobody waits for a chain.
  void tell_side_by_side(int writers, int each) {
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
      threads.emplace_back([this, i, each] {
        for (int k = 0; k < each; ++k) telling_.tell(parcel + i, {"depot", {}});
      });
    for (auto& thread : threads) thread.join();
  }

  // Every entry has a place, the places have no gap, and the head counts them.
  void expect_whole(std::size_t entries) {
    const auto rows = telling_.rows();
    ASSERT_EQ(rows.size(), entries);
    std::vector<std::int64_t> places;
    for (const EntryRow& row : rows) places.push_back(row.place.value_or(-1));
    std::sort(places.begin(), places.end());
    for (std::size_t i = 0; i < places.size(); ++i)
      ASSERT_EQ(places[i], static_cast<std::int64_t>(i));
    EXPECT_EQ(telling_.log_size(), static_cast<std::int64_t>(entries));
  }
  // Within a subject the places rise with n.
  void expect_order_of_subjects() {
    std::map<std::int64_t, std::int64_t> last;
    auto rows = telling_.rows();
    std::sort(rows.begin(), rows.end(),
              [](const EntryRow& a, const EntryRow& b) { return a.place < b.place; });
    for (const EntryRow& row : rows) EXPECT_EQ(row.n, ++last[row.subject_id]);
  }

  Telling telling_{GetParam()};
};

TEST_P(SequencerOn, EightWritersAtOnceLeaveNoGapAndPlacesRiseWithTheDatabasesOwnOrder) {
  tell_side_by_side(8, 25);
  bank().place();
  expect_whole(1 + 8 * 25);
  expect_order_of_subjects();
  const auto rows = telling_.rows();
  for (std::size_t i = 0; i < rows.size(); ++i)
    EXPECT_EQ(rows[i].place, static_cast<std::int64_t>(i));
}

TEST_P(SequencerOn, PlacingWhileOthersWriteLeavesNoGap) {
  std::atomic<bool> over = false;
  std::vector<std::thread> sequencers;
  for (int i = 0; i < 2; ++i)
    sequencers.emplace_back([&] {
      while (!over) {
        try {
          place_step(bank().database(), test::keys());
        } catch (const storage::Failure& failure) {
          EXPECT_EQ(failure.fault(), storage::Fault::serialization) << "the other one was faster";
        }
      }
    });
  tell_side_by_side(6, 20);
  over = true;
  for (auto& thread : sequencers) thread.join();
  while (place_step(bank().database(), test::keys())) continue;
  expect_whole(1 + 6 * 20);
  expect_order_of_subjects();
}

TEST_P(SequencerOn, OnSqliteAnEntryHasItsPlaceWhenItsCommandIsAnsweredAndOnPostgresItWaits) {
  telling_.tell(parcel, {"depot", {}});
  const bool has_place = telling_.rows_of(parcel)[0].place.has_value();
  EXPECT_EQ(has_place, GetParam() == test::Engine::sqlite);
  bank().place();
  EXPECT_EQ(telling_.rows_of(parcel)[0].place, 1);
}

TEST_P(SequencerOn, AForgedEntryIsSetAsideAndTheOthersGoOn) {
  telling_.tell(parcel, {"depot", {}});
  bank().place();
  const EntryRow good = telling_.rows_of(parcel)[0];
  const auto foreign = [](int i) {
    return R"({"v":1,"k":"parcel.moved","n":)" + std::to_string(i) + "}";
  };
  const auto hash_of = [](const std::string& leaf) { return hex(leaf_hash(leaf)); };
  const auto mac_of = [](sealing::Purpose purpose, const std::string& leaf) {
    return base64(test::keys().mac(purpose, leaf));
  };
  telling_.forge(parcel + 1, foreign(1), hash_of(foreign(1)), "");
  telling_.forge(parcel + 2, foreign(2), hash_of(foreign(2)), good.mac);
  telling_.forge(parcel + 3, foreign(3), hash_of(foreign(3)),
                 mac_of(sealing::Purpose::receipt, foreign(3)));
  telling_.forge(parcel + 4, good.leaf, hash_of(foreign(4)), good.mac);
  telling_.tell(parcel, {"van", {}});
  bank().place();

  for (int i = 1; i <= 4; ++i) {
    const EntryRow forged = telling_.rows_of(parcel + i).at(0);
    EXPECT_EQ(forged.quarantined, 1) << i;
    EXPECT_FALSE(forged.place.has_value()) << i;
  }
  EXPECT_EQ(telling_.rows_of(parcel)[1].place, 2) << "no place is lost to them";
  EXPECT_EQ(telling_.log_size(), 3);
  bank().read(bank().chen_yu, [&](Work& work) {
    EXPECT_TRUE(timeline(work, parcel + 1, 0, 10).empty());
    EXPECT_EQ(placed(work.tx, 0, 100).size(), 3u);
    return true;
  });
}

// The MAC covers subject and n, and those two are unique.
TEST_P(SequencerOn, ACopyOfAGenuineEntryIsSetAside) {
  telling_.tell(parcel, {"depot", {}});
  bank().place();
  const EntryRow good = telling_.rows_of(parcel)[0];
  telling_.forge(parcel, good.leaf, good.leaf_hash, good.mac);
  telling_.forge(parcel + 1, good.leaf, good.leaf_hash, good.mac);
  telling_.tell(parcel, {"van", {}});
  bank().place();
  for (const std::int64_t of : {parcel, parcel + 1}) {
    std::int64_t set_aside = 0;
    for (const EntryRow& row : telling_.rows_of(of)) set_aside += row.quarantined;
    EXPECT_EQ(set_aside, 1) << of;
  }
  EXPECT_EQ(telling_.log_size(), 3) << "the founding and two tellings";
}

// Somebody changes what followers would read before the entry has its place.
TEST(Sequencer, AnEntryWhoseFactsWereChangedIsSetAside) {
  ASSERT_TRUE(test::has_postgres()) << "XB_TEST_POSTGRES names no server";
  for (const char* change :
       {"facts = '{\"to\":\"nowhere\",\"actor_id\":203}'", "kind = 'parcel.lost'", "at = at + 1",
        "n = n + 1", "subject_id = subject_id + 1", "actor_id = actor_id + 1"}) {
    Telling telling(test::Engine::postgres);
    telling.tell(parcel, {"depot", {}});
    storage::connect(telling.bank.source().options())
        ->run("UPDATE evidence_entries SET " + std::string{change} + " WHERE kind = 'parcel.moved'",
              {});
    telling.bank.place();
    EXPECT_EQ(telling.rows().back().quarantined, 1) << change;
  }
}

TEST_P(SequencerOn, AForgedEntryIsSetAsideOnceAndNeverLookedAtAgain) {
  telling_.forge(parcel, "{}", "00", "00");
  for (int i = 0; i < 3; ++i) {
    telling_.tell(parcel + 1, {"depot", {}});
    bank().place();
  }
  std::size_t dealt_with = 1;
  bank().database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    dealt_with = place_waiting(tx, test::keys());
    return true;
  });
  EXPECT_EQ(dealt_with, 0u);
  EXPECT_EQ(telling_.log_size(), 4);
}

TEST_P(SequencerOn, PlacesGoOnAfterARestart) {
  telling_.tell(parcel, {"depot", {}});
  bank().place();
  bank().reopen();
  telling_.tell(parcel, {"van", {}});
  bank().place();
  expect_whole(3);
}

TEST_P(SequencerOn, PlacedEntriesAreReadFromAPlaceOn) {
  for (int i = 0; i < 4; ++i) telling_.tell(parcel, {"depot", {}});
  bank().place();
  bank().database().read([](storage::Transaction& tx) {
    const auto some = placed(tx, 2, 2);
    ASSERT_EQ(some.size(), 2u);
    EXPECT_EQ(some[0].place, 2);
    EXPECT_EQ(some[1].place, 3);
    EXPECT_EQ(some[0].subject_id, parcel);
    EXPECT_EQ(some[0].n, 2);
    EXPECT_TRUE(placed(tx, 5, 10).empty());
  });
}

TEST_P(SequencerOn, WhetherAWorkWasCommittedIsAskedOfItsEntries) {
  std::string kept;
  std::string refused;
  telling_.run([&](Work& work) {
    kept = work.id;
    telling_.append_move(work, parcel, {"depot", {}});
    EXPECT_EQ(work.tx.work(), kept);
  });
  const auto outcome = bank().write(bank().chen_yu, test::monday, [&](Work& work) -> Result<void> {
    refused = work.id;
    telling_.append_move(work, parcel, {"van", {}});
    return refuse(Reason::conflict, "parcel.lost");
  });
  EXPECT_FALSE(outcome.has_value());
  const auto hooks = evidence::hooks(bank().database().dialect(), test::keys(), {});
  bank().database().read([&](storage::Transaction& tx) {
    EXPECT_TRUE(hooks.was_committed(tx, kept));
    EXPECT_FALSE(hooks.was_committed(tx, refused));
    EXPECT_FALSE(hooks.was_committed(tx, ""));
  });
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SequencerOn, test::each_database, test::name_of_database);

TEST(Sequencer, MoreThanABatchIsPlacedInSeveralSteps) {
  ASSERT_TRUE(test::has_postgres()) << "XB_TEST_POSTGRES names no server";
  Telling telling(test::Engine::postgres);
  telling.run([&](Work& work) {
    for (std::size_t i = 0; i < batch_max; ++i) telling.append_move(work, parcel, {"depot", {}});
  });
  EXPECT_TRUE(place_step(telling.bank.database(), test::keys()));
  EXPECT_EQ(telling.log_size(), static_cast<std::int64_t>(batch_max));
  EXPECT_FALSE(place_step(telling.bank.database(), test::keys()));
  EXPECT_EQ(telling.log_size(), static_cast<std::int64_t>(batch_max) + 1);
  const auto rows = telling.rows();
  for (std::size_t i = 0; i < rows.size(); ++i)
    ASSERT_EQ(rows[i].place, static_cast<std::int64_t>(i));
}

}  // namespace
}  // namespace xb::evidence
