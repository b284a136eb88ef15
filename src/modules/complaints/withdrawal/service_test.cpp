#include "modules/complaints/withdrawal/service.h"

#include "modules/complaints/complaints_fixture.h"

namespace xb::complaints {
namespace {

using test::monday;

const Instant tuesday = monday + std::chrono::hours{24};

class AWithdrawal : public Department {};

TEST_P(AWithdrawal, EndsTheComplaintOnTheDayItIsReceived) {
  const auto id = registered().id;
  const auto state = withdraw(id, R"({"reason": "已自行解决", "proof": "signed_paper"})", tuesday);
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::withdrawn);
  EXPECT_EQ(state->version, 2);
  EXPECT_EQ(state->clocks.at(0).stopped_at, tuesday);
  EXPECT_EQ(found(id).closed_at, tuesday);
  EXPECT_FALSE(found(id).due_at.has_value());
}

TEST_P(AWithdrawal, LeavesAnEntryThatSaysOnWhatProof) {
  for (const std::string proof : {"signed_paper", "recorded_call", "written_message"}) {
    const auto id = registered().id;
    ASSERT_TRUE(
        withdraw(id, R"({"reason": "已自行解决", "proof": ")" + proof + R"("})").has_value());
    const auto entry = entries_of(id.number).at(1);
    EXPECT_EQ(entry.kind, "complaint.withdrawn");
    EXPECT_TRUE(entry.facts.text.starts_with(
        R"({"from":"registered","to":"withdrawn","kind":"complaint","branch_id":101,"sub_branch_id":null,)"
        R"("outlet_id":103,"is_shut":false,"clocks":[{)"))
        << entry.facts.text;
    EXPECT_TRUE(entry.facts.text.ends_with(R"(],"proof":")" + proof + R"(","actor_id":203})"));
  }
  EXPECT_FALSE(test::holds(world(), "已自行解决"));
}

TEST_P(AWithdrawal, HappensOnce) {
  const auto id = registered().id;
  ASSERT_TRUE(withdraw(id).has_value());
  const auto before = world();
  EXPECT_EQ(refusal(withdraw(id)), "complaint.wrong_state");
  EXPECT_EQ(refusal(close(id)), "complaint.wrong_state");
  EXPECT_EQ(world(), before);
}

TEST_P(AWithdrawal, IsRefusedToWhoReadAnEarlierVersionOrMayNotSeeIt) {
  const auto id = registered().id;
  const auto before = world();
  EXPECT_EQ(refusal(bank_.write(bank_.chen_yu, tuesday,
                                [&](Work& work) {
                                  work.if_version = 2;
                                  return complaints::withdraw(work, id, {});
                                })),
            "version.changed");
  EXPECT_EQ(refusal(bank_.write(bank_.zhou_jun, tuesday,
                                [&](Work& work) { return complaints::withdraw(work, id, {}); })),
            "complaint.missing");
  EXPECT_EQ(world(), before);
}

TEST(AWithdrawalsInput, NamesTheFieldAtFault) {
  EXPECT_EQ(refusal(read_input<Withdrawal>(R"({"proof": "recorded_call"})")), "none");
  EXPECT_EQ(refusal(read_input<Withdrawal>("{}")), "field.required proof");
  EXPECT_EQ(refusal(read_input<Withdrawal>(R"({"reason": "已自行解决"})")), "field.required proof");
  EXPECT_EQ(refusal(read_input<Withdrawal>(R"({"proof": "hearsay"})")), "field.choice proof");
  EXPECT_EQ(refusal(read_input<Withdrawal>(R"({"reason": ""})")), "field.empty reason");
  EXPECT_EQ(refusal(read_input<Withdrawal>(R"({"proof": "recorded_call", "result": "x"})")),
            "field.unknown result");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AWithdrawal, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
