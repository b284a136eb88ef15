#include "platform/evidence/log.h"

#include <thread>

#include <boost/json/object.hpp>

#include "core/encoding.h"
#include "platform/evidence/telling_fixture.h"

namespace xb::evidence {
namespace {

constexpr std::int64_t parcel = 5001;
constexpr std::int64_t other_parcel = 5002;

class LogOn : public testing::TestWithParam<test::Engine> {
 protected:
  static boost::json::object leaf_of(const EntryRow& row) {
    return parse_json(row.leaf)->get_object();
  }
  static std::string text(const boost::json::object& leaf, const char* key) {
    return std::string(leaf.at(key).get_string());
  }
  test::Bank& bank() { return telling_.bank; }

  Telling telling_{GetParam()};
};

TEST_P(LogOn, TheEntriesOfASubjectFormAChain) {
  for (const char* to : {"depot", "van", "door"}) telling_.tell(parcel, {to, {}});
  const auto rows = telling_.rows_of(parcel);
  ASSERT_EQ(rows.size(), 3u);
  std::string previous;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto leaf = leaf_of(rows[i]);
    EXPECT_EQ(rows[i].n, static_cast<std::int64_t>(i + 1));
    EXPECT_EQ(leaf.at("n").get_int64(), rows[i].n);
    EXPECT_EQ(text(leaf, "p"), previous);
    EXPECT_EQ(text(leaf, "k"), "parcel.moved");
    EXPECT_EQ(text(leaf, "c"), text(leaf_of(rows[0]), "c"));
    EXPECT_EQ(rows[i].leaf_hash, hex(leaf_hash(rows[i].leaf)));
    previous = rows[i].leaf_hash;
  }
}

TEST_P(LogOn, ChainsOfTwoSubjectsHaveNothingInCommon) {
  telling_.tell(parcel, {"depot", {}});
  telling_.tell(other_parcel, {"depot", {}});
  const auto one = leaf_of(telling_.rows_of(parcel)[0]);
  const auto other = leaf_of(telling_.rows_of(other_parcel)[0]);
  EXPECT_EQ(text(one, "c").size(), 32u);
  EXPECT_NE(text(one, "c"), text(other, "c"));
  EXPECT_NE(text(one, "h"), text(other, "h")) << "the same facts under another salt";
  EXPECT_EQ(text(one, "p"), "");
  EXPECT_EQ(text(other, "p"), "");
}

TEST_P(LogOn, ALeafTellsTheSecondAndNeitherSubjectNorActor) {
  telling_.tell(parcel, {"depot", named("王建国")}, *parse_instant("2026-03-02T01:02:03.999Z"));
  const EntryRow row = telling_.rows_of(parcel)[0];
  EXPECT_EQ(leaf_of(row).at("t").get_int64(), 1772413323);
  EXPECT_EQ(leaf_of(row).size(), 7u);
  // Hashes hold any digits; a number of its own would stand after a colon.
  for (const char* secret : {"王建国", "depot", ":5001", ":203", "\"5001", "\"203"})
    EXPECT_EQ(row.leaf.find(secret), std::string::npos) << secret;
}

TEST_P(LogOn, AnEntryIsAuthenticatedUnderItsOwnKey) {
  telling_.tell(parcel, {"depot", {}});
  const EntryRow row = telling_.rows_of(parcel)[0];
  const std::string bytes = row.leaf + "\n" + std::to_string(parcel) + " 1 parcel.moved " +
                            std::to_string(test::monday.ms) + " 203\n" + row.facts;
  EXPECT_EQ(row.mac, base64(test::keys().mac(sealing::Purpose::entry, bytes)));
  EXPECT_NE(row.mac, base64(test::keys().mac(sealing::Purpose::receipt, bytes)));
}

TEST_P(LogOn, FactsAreReadableAndPersonalValuesStandNowhereInTheDatabase) {
  telling_.tell(parcel, {"depot", named("王建国")});
  const EntryRow row = telling_.rows_of(parcel)[0];
  EXPECT_EQ(row.facts, R"({"to":"depot","actor_id":203})");
  EXPECT_FALSE(test::holds(test::world(bank().database()), "王建国"));
}

TEST_P(LogOn, WhoeverHasTheKeyOpensTheFieldsAndFindsThemCommittedTo) {
  telling_.tell(parcel, {"depot", named("王\"建国")});
  const EntryRow row = telling_.rows_of(parcel)[0];
  const std::string secret = bank().read(bank().chen_yu, [&](Work& work) {
    return sealing::key(work, {row.key_id}).open(row.sealed, "evidence_entries.sealed/1", parcel);
  });
  const std::string salt = secret.substr(0, 32);
  EXPECT_EQ(secret.substr(32), R"({"receiver":"王\"建国"})");
  EXPECT_EQ(text(leaf_of(row), "h"),
            hex(commitment(
                salt, {{"to", "\"depot\""}, {"actor_id", "203"}, {"receiver", R"("王\"建国")"}})));
  EXPECT_NE(
      text(leaf_of(row), "h"),
      hex(commitment(salt, {{"to", "\"depot\""}, {"actor_id", "203"}, {"receiver", "null"}})));
}

TEST_P(LogOn, APersonalFieldThatIsAbsentIsCommittedToAsAbsent) {
  telling_.tell(parcel, {"depot", {}});
  const EntryRow row = telling_.rows_of(parcel)[0];
  const std::string secret = bank().read(bank().chen_yu, [&](Work& work) {
    return sealing::key(work, {row.key_id}).open(row.sealed, "evidence_entries.sealed/1", parcel);
  });
  EXPECT_EQ(secret.substr(32), R"({"receiver":null})");
}

TEST_P(LogOn, ASealedPayloadMovedToAnotherEntryDoesNotOpen) {
  telling_.tell(parcel, {"depot", named("王建国")});
  telling_.tell(parcel, {"van", named("李娜")});
  const auto rows = telling_.rows_of(parcel);
  bank().read(bank().chen_yu, [&](Work& work) {
    const auto key = sealing::key(work, {rows[0].key_id});
    EXPECT_NO_THROW(key.open(rows[1].sealed, "evidence_entries.sealed/2", parcel));
    EXPECT_THROW(key.open(rows[0].sealed, "evidence_entries.sealed/2", parcel), storage::Failure);
    EXPECT_THROW(key.open(rows[1].sealed, "evidence_entries.sealed/2", other_parcel),
                 storage::Failure);
    return true;
  });
}

TEST_P(LogOn, ARefusedCommandLeavesNoEntryAndTheChainAsItWas) {
  telling_.tell(parcel, {"depot", {}});
  const auto before = test::world(bank().database());
  const auto refused = bank().write(bank().chen_yu, test::monday, [&](Work& work) -> Result<void> {
    telling_.append_move(work, parcel, {"van", {}});
    return refuse(Reason::conflict, "parcel.lost");
  });
  EXPECT_FALSE(refused.has_value());
  EXPECT_EQ(test::world(bank().database()), before);
}

TEST_P(LogOn, OneCommandMayTellSeveralThings) {
  telling_.run([&](Work& work) {
    telling_.append_move(work, parcel, {"depot", {}});
    telling_.append_move(work, other_parcel, {"van", {}});
    telling_.append_move(work, parcel, {"door", {}});
  });
  EXPECT_EQ(telling_.rows_of(parcel).size(), 2u);
  EXPECT_EQ(leaf_of(telling_.rows_of(parcel)[1]).at("n").get_int64(), 2);
  EXPECT_EQ(telling_.rows_of(other_parcel).size(), 1u);
}

TEST_P(LogOn, AChainStaysWholeWhenManyTellOfOneSubjectAtOnce) {
  constexpr int tellers = 4;
  constexpr int each = 10;
  std::vector<std::thread> threads;
  for (int i = 0; i < tellers; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < each;) {
        try {
          telling_.tell(parcel, {"depot", {}});
          ++k;
        } catch (const storage::Failure& failure) {
          ASSERT_EQ(failure.fault(), storage::Fault::serialization) << "always second: ask again";
        }
      }
    });
  for (auto& thread : threads) thread.join();
  const auto rows = telling_.rows_of(parcel);
  ASSERT_EQ(rows.size(), static_cast<std::size_t>(tellers * each));
  std::string previous;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].n, static_cast<std::int64_t>(i + 1));
    EXPECT_EQ(text(leaf_of(rows[i]), "p"), previous);
    previous = rows[i].leaf_hash;
  }
}

TEST_P(LogOn, ATimelineTellsWhatHappenedInOrder) {
  for (const char* to : {"depot", "van", "door"}) telling_.tell(parcel, {to, named("王建国")});
  bank().place();
  bank().read(bank().chen_yu, [&](Work& work) {
    const auto all = timeline(work, parcel, 0, 10);
    EXPECT_EQ(all.size(), 3u);
    EXPECT_EQ(all[1].n, 2);
    EXPECT_EQ(all[1].kind, "parcel.moved");
    EXPECT_EQ(all[1].at, test::monday);
    EXPECT_EQ(all[1].actor_id, bank().chen_yu.person);
    EXPECT_EQ(all[1].facts.text, R"({"to":"van","actor_id":203})");
    EXPECT_TRUE(all[1].place.has_value());
    EXPECT_EQ(to_json(all).find("王"), std::string::npos);
    EXPECT_EQ(timeline(work, parcel, 2, 10).size(), 1u);
    EXPECT_EQ(timeline(work, parcel, 0, 2).size(), 2u);
    EXPECT_EQ(timeline(work, other_parcel, 0, 10).size(), 0u);
    EXPECT_EQ(count(work, parcel), 3);
    EXPECT_EQ(count(work, other_parcel), 0);
    return true;
  });
}

TEST_P(LogOn, TheSystemItselfHasNoName) {
  const Actor nobody = Actor::system();
  const auto told = bank().write(nobody, test::monday, [&](Work& work) -> Result<void> {
    telling_.append_move(work, parcel, {"depot", {}});
    return {};
  });
  EXPECT_TRUE(told.has_value());
  bank().read(bank().chen_yu, [&](Work& work) {
    EXPECT_FALSE(timeline(work, parcel, 0, 1).at(0).actor_id.has_value());
    return true;
  });
  EXPECT_EQ(telling_.rows_of(parcel)[0].facts, R"({"to":"depot","actor_id":null})");
}

TEST_P(LogOn, TheTimeOfTheNewestEntryIsKnown) {
  telling_.tell(parcel, {"depot", {}}, test::monday + std::chrono::hours{1});
  telling_.tell(other_parcel, {"van", {}}, test::monday + std::chrono::hours{2});
  bank().database().read([&](storage::Transaction& tx) {
    EXPECT_EQ(last_entry_at(tx), test::monday + std::chrono::hours{2});
  });
}

TEST_P(LogOn, AForgedEntryOfTheFutureIsNotTheNewestOnceItIsFoundOut) {
  telling_.tell(parcel, {"depot", {}});
  telling_.forge(parcel, "{}", "00", "00", test::monday + std::chrono::hours{10'000});
  bank().database().write(storage::Lane::interactive, [](storage::Transaction& tx) {
    return place_waiting(tx, test::keys()) > 0;
  });
  bank().database().read(
      [&](storage::Transaction& tx) { EXPECT_EQ(last_entry_at(tx), test::monday); });
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, LogOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::evidence
