#include "modules/today/rules.h"

#include <numeric>

#include <gtest/gtest.h>

namespace xb::today {
namespace {

using Sizes = std::vector<std::size_t>;

TEST(Shares, GoToWhatIsLostFirstButCrowdNoKindOut) {
  EXPECT_EQ(shares({}), Sizes{});
  EXPECT_EQ(shares({3, 0, 2}), (Sizes{3, 0, 2})) << "there is room for all";
  EXPECT_EQ(shares({200}), Sizes{musts_max});
  EXPECT_EQ(shares({200, 0, 1, 9, 30}), (Sizes{43, 0, 1, 4, 4}));
  EXPECT_EQ(shares({2, 60, 60}), (Sizes{2, 46, 4})) << "what the first leaves goes to the second";
  const Sizes all = shares(Sizes(11, 1000));
  EXPECT_EQ(all, (Sizes{12, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4}));
  EXPECT_EQ(std::accumulate(all.begin(), all.end(), std::size_t{0}), musts_max);
}

TEST(UnusualPairs, AreManyMoreThanInTheWeeksBefore) {
  const Pair mortgage{"mortgage", "penalty"};
  const auto is_unusual = [&](std::int64_t now, std::int64_t four_before) {
    return !unusual_pairs({{mortgage, now}}, {{mortgage, four_before}}).empty();
  };
  EXPECT_FALSE(is_unusual(4, 0)) << "four may be chance";
  EXPECT_TRUE(is_unusual(5, 0));
  EXPECT_TRUE(is_unusual(9, 8));     // usually two
  EXPECT_FALSE(is_unusual(5, 10));   // usually 2.5: within two deviations
  EXPECT_TRUE(is_unusual(6, 10));    // beyond them
  EXPECT_FALSE(is_unusual(39, 80));  // usually twenty: not twice as many
  EXPECT_TRUE(is_unusual(40, 80));
}

TEST(UnusualPairs, TellHowManyAreUsualAndComeByHowFarTheyAreAbove) {
  const Pair a{"mortgage", "penalty"}, b{"credit_card", "annual_fee"}, c{"transfer", "service"};
  const auto found = unusual_pairs({{a, 9}, {b, 30}, {c, 7}}, {{a, 8}, {b, 9}});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].business, "credit_card");
  EXPECT_EQ(found[0].usual_tenths, 23);  // 2.25
  EXPECT_EQ(found[1].business, "transfer");
  EXPECT_EQ(found[1].usual_tenths, 0);
  EXPECT_EQ(found[2].cause, "penalty");
  EXPECT_EQ(found[2].count, 9);
  EXPECT_EQ(found[2].usual_tenths, 20);
  PairCounts many;
  for (int i = 0; i < 40; ++i) many[{"business", std::to_string(i)}] = 5 + i;
  EXPECT_EQ(unusual_pairs(many, {}).size(), unusual_max);
  EXPECT_EQ(unusual_pairs(many, {}).front().count, 44);
}

TEST(SimilarGroups, AreOfThreeAndNameTheNewestAndTheDayOfTheOldest) {
  const Instant at = *parse_instant("2026-03-01T20:00:00Z");  // the second of March in the zone
  const std::chrono::hours hour{1};
  const std::vector<GroupMember> members{
      {7, {11}, at},        {7, {12}, at + 9 * hour}, {7, {13}, at + 2 * hour},  {8, {14}, at},
      {8, {15}, at + hour}, {9, {16}, at + hour},     {9, {17}, at - 24 * hour}, {9, {18}, at},
      {9, {19}, at},
  };
  const auto found = similar_groups(members, Zone{});
  ASSERT_EQ(found.size(), 2u) << "two texts are no group";
  EXPECT_EQ(found[0].count, 4);
  EXPECT_EQ(found[0].complaint_id, Id<Complaint>{16});
  EXPECT_EQ(format(found[0].since_on), "2026-03-01");
  EXPECT_EQ(found[1].count, 3);
  EXPECT_EQ(found[1].complaint_id, Id<Complaint>{12});
  EXPECT_EQ(format(found[1].since_on), "2026-03-02");
  EXPECT_FALSE(found[1].usual_tenths.has_value());
}

}  // namespace
}  // namespace xb::today
