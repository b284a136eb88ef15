// What stays provable when the key is gone, and what an alteration shows.
#include "platform/evidence/proof.h"

#include <gtest/gtest.h>

#include "platform/evidence/telling_fixture.h"

namespace xb::evidence {
namespace {

constexpr std::int64_t parcel = 7001;

class ProofOn : public testing::TestWithParam<test::Engine> {
 protected:
  ProofOn() {
    telling_.tell(parcel, {"depot \"七\"\n", named("王小明")});
    telling_.tell(parcel, {"van", {}});
    telling_.bank.place();
  }
  std::vector<std::int64_t> altered() {
    std::vector<std::int64_t> out;
    telling_.bank.database().read([&](storage::Transaction& tx) { out = altered_places(tx, 100); });
    return out;
  }
  void change(const std::string& how) {
    storage::connect(telling_.bank.source().options())
        ->run("UPDATE evidence_entries SET " + how + " WHERE place = 1", {});
  }

  Telling telling_{GetParam()};
};

TEST_P(ProofOn, AnEntryAsItWasWrittenIsUnaltered) { EXPECT_TRUE(altered().empty()); }

TEST_P(ProofOn, FactsStayProvableWithoutTheKey) {
  change("sealed = '', key_id = 0");
  EXPECT_TRUE(altered().empty());
}

TEST_P(ProofOn, EveryAlterationShows) {
  const ProvenRow good = [&] {
    std::vector<ProvenRow> rows;
    telling_.bank.database().read(
        [&](storage::Transaction& tx) { rows = newest_entries(tx, 100); });
    return rows.at(1);
  }();
  ASSERT_TRUE(is_unaltered(good));
  const auto with = [&](auto&& alter) {
    ProvenRow row = good;
    alter(row);
    return is_unaltered(row);
  };
  EXPECT_FALSE(
      with([](ProvenRow& row) { row.facts.replace(row.facts.find("depot"), 5, "hotel"); }));
  EXPECT_FALSE(with([](ProvenRow& row) { row.facts = "{}"; }));
  EXPECT_FALSE(with([](ProvenRow& row) { row.facts = "no JSON"; }));
  EXPECT_FALSE(with([](ProvenRow& row) { row.openings = "{}"; }));
  EXPECT_FALSE(with([](ProvenRow& row) { row.openings = R"({"salts":1,"commitments":[]})"; }));
  EXPECT_FALSE(with([](ProvenRow& row) { row.kind = "parcel.lost"; }));
  EXPECT_FALSE(with([](ProvenRow& row) { row.at.ms += 1000; }));
  EXPECT_FALSE(with([](ProvenRow& row) { ++row.n; }));
  EXPECT_FALSE(with([](ProvenRow& row) { row.leaf += " "; }));
  EXPECT_FALSE(with([](ProvenRow& row) { row.leaf_hash.front() ^= 1; }));
}

TEST_P(ProofOn, AnAlteredEntryIsNamedByItsPlace) {
  change("facts = '{}'");
  EXPECT_EQ(altered(), std::vector<std::int64_t>{1});
}

TEST_P(ProofOn, OpeningsHoldNothingPersonal) {
  EXPECT_FALSE(test::holds(test::world(telling_.bank.database()), "王小明"));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ProofOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::evidence
