#include "modules/complaints/decision/service.h"

#include "modules/complaints/decision/deciding_fixture.h"

namespace xb::complaints {
namespace {

class ADecision : public Deciding {
 protected:
  Decisions decisions(Id<Complaint> id) {
    return *bank_.read(bank_.chen_yu, [&](Work& work) { return decisions_of(work, id); });
  }
  static std::string without(std::string_view part) {
    std::string json{proposal};
    const auto from = json.find("\"" + std::string{part} + "\"");
    const auto until = json.find("\",", from);
    return until == std::string::npos ? json.substr(0, json.rfind(',', from)) + "}"
                                      : json.erase(from, until + 2 - from);
  }
};

TEST_P(ADecision, IsProposedApprovedAndAnswered) {
  const auto id = handled();
  const auto proposed = propose_it(id);
  ASSERT_TRUE(proposed.has_value()) << refusal(proposed);
  EXPECT_EQ(proposed->state, State::proposed);
  ASSERT_EQ(proposed->approvals.size(), 1u);
  ASSERT_EQ(refusal(approve(id, qian_hai())), "none");
  const auto all = decisions(id);
  ASSERT_EQ(all.proposals.size(), 1u);
  EXPECT_EQ(all.proposals[0].state, ProposalState::approved);
  EXPECT_EQ(all.proposals[0].letter_number, "〔2026〕0001号");
  EXPECT_EQ(found(id).state, State::decided);
  const auto answered = answer_it(id);
  ASSERT_TRUE(answered.has_value()) << refusal(answered);
  EXPECT_EQ(answered->state, State::answered);
  EXPECT_EQ(answered->clocks[0].stopped_at, now_) << "the complainant was told in time";
  EXPECT_FALSE(found(id).due_at.has_value());
  ASSERT_EQ(refusal(answer_it(id, R"({"means": "sms", "proof": "短信 8831"})")), "none")
      << "and once more, by other means";
  EXPECT_EQ(decisions(id).answers.size(), 2u);
  for (const char* part : {"达标口径列于附注", "退还2025年度年费", "领用合约"})
    EXPECT_FALSE(test::holds(world(), part)) << part;
}

TEST_P(ADecision, NeedsItsFourParts) {
  const auto id = handled();
  const auto before = world();
  for (const char* part : {"findings", "decision", "grounds", "remedies"})
    EXPECT_EQ(refusal(propose_it(id, without(part))), std::string{"decision.part_missing "} + part);
  EXPECT_EQ(refusal(propose_it(id, R"({"outcome": "settled", "findings": " ", "decision": "退",
                                       "grounds": "无", "remedies": "可申请核查"})")),
            "field.empty findings");
  EXPECT_EQ(refusal(propose_it(id, R"({"outcome": "settled", "findings": "属实", "decision": "退",
                                       "grounds": "无", "remedies": "核查情况见上"})")),
            "decision.remedy_missing remedies");
  EXPECT_EQ(world(), before);
}

TEST_P(ADecision, SettledNeverAsksForGivingUpTheRightToComplain) {
  const auto id = handled();
  const auto before = world();
  std::string settled{proposal};
  settled.replace(settled.find("partly_supported"), 16, "settled");
  std::string bought = settled;
  bought.insert(bought.find("退还2025"), "客户承诺不再投诉，");
  EXPECT_EQ(refusal(propose_it(id, bought)), "offer.waives_rights decision");
  EXPECT_EQ(world(), before);
  EXPECT_EQ(refusal(propose_it(id, settled)), "none");
}

TEST_P(ADecision, IsNotApprovedByWhoProposedOrHandles) {
  const auto id = handled();
  ASSERT_TRUE(propose_it(id).has_value());
  EXPECT_EQ(refusal(approve(id, lin_fang())), "approval.not_yours") << "she sees what she asked";
  Actor as_head = in_branch(lin_fang_);
  as_head.on_behalf_of = qian_hai_;
  as_head.appointment = test::appointment_of(qian_hai_);
  EXPECT_EQ(refusal(approve(id, as_head)), "approval.same_person") << "nor as his substitute";
  EXPECT_EQ(found(id).state, State::proposed);
}

TEST_P(ADecision, HandedBackIsProposedAgain) {
  const auto id = handled();
  ASSERT_TRUE(propose_it(id).has_value());
  ASSERT_EQ(
      refusal(approve(id, qian_hai(), R"({"verdict": "hand_back", "reason": "补充合同依据"})")),
      "none");
  EXPECT_EQ(found(id).state, State::handling);
  EXPECT_EQ(decisions(id).proposals[0].state, ProposalState::handed_back);
  ASSERT_EQ(refusal(propose_it(id)), "none");
  ASSERT_EQ(refusal(approve(id, qian_hai())), "none");
  EXPECT_EQ(found(id).state, State::decided);
  EXPECT_EQ(decisions(id).proposals.size(), 2u);
}

TEST_P(ADecision, OfMuchMoneyTakesTwo) {
  const auto id = handled();
  std::string large{proposal};
  large.replace(large.find("60000"), 5, "600000");
  ASSERT_TRUE(propose_it(id, large).has_value());
  ASSERT_EQ(refusal(approve(id, qian_hai())), "none");
  EXPECT_EQ(found(id).state, State::proposed)
      << "up to 10,000 yuan the complaints' head agrees, too";
}

TEST_P(ADecision, IsAnsweredWithProofAndNotBeforeItWasMade) {
  const auto id = handled();
  EXPECT_EQ(refusal(answer_it(id)), "complaint.wrong_state");
  ASSERT_TRUE(propose_it(id).has_value());
  EXPECT_EQ(refusal(answer_it(id)), "complaint.wrong_state");
  ASSERT_EQ(refusal(approve(id, qian_hai())), "none");
  EXPECT_EQ(refusal(answer_it(id, R"({"means": "letter"})")), "answer.proof_missing proof");
  EXPECT_EQ(
      refusal(answer_it(id, R"({"means": "letter", "proof": "1", "given_on": "2026-03-01"})")),
      "answer.too_early given_on");
  EXPECT_EQ(
      refusal(answer_it(id, R"({"means": "letter", "proof": "1", "given_on": "2026-03-09"})")),
      "field.in_future given_on");
  EXPECT_EQ(
      refusal(answer_it(id, R"({"means": "letter", "proof": "1", "reached": "unreachable"})")),
      "answer.no_attempt reached");
  EXPECT_EQ(refusal(propose_it(id)), "complaint.wrong_state");
}

TEST_P(ADecision, ToldInTimeAndEnteredLateIsInTime) {
  const auto id = handled();
  ASSERT_TRUE(propose_it(id).has_value());
  ASSERT_EQ(refusal(approve(id, qian_hai())), "none");
  now_ = *parse_instant("2026-03-20T09:00:00+08:00");
  const auto answered =
      answer_it(id, R"({"means": "letter", "proof": "XA1", "given_on": "2026-03-16"})");
  ASSERT_TRUE(answered.has_value()) << refusal(answered);
  EXPECT_EQ(answered->clocks[0].stopped_at, *parse_instant("2026-03-16T23:59:59.999+08:00"));
  EXPECT_LT(*answered->clocks[0].stopped_at, answered->clocks[0].due_at);
}

TEST_P(ADecision, WithdrawnTakesItsProposalWithIt) {
  const auto id = handled();
  ASSERT_TRUE(propose_it(id).has_value());
  ASSERT_EQ(refusal(withdraw(id, R"({"proof": "signed_paper"})", now_ + std::chrono::hours{1})),
            "none");
  EXPECT_EQ(refusal(approve(id, qian_hai())), "approval.settled");
}

// What is answered has no limit any more and is in hand all the same: it must not drop out of a
// desk.
TEST_P(ADecision, AnsweredStandsAfterAllThatHasALimit) {
  const auto over = carried_out();
  ASSERT_EQ(refusal(close_it(over, bank_.chen_yu)), "none");
  const auto told = answered();
  const auto waiting = handled();
  const auto listed = [&](const Actor& actor, std::string state) {
    storage::ListRequest request{.sort = "due_at"};
    if (!state.empty()) request.filters["state"].push_back(std::move(state));
    std::vector<std::int64_t> out;
    const auto page = bank_.read(actor, [&](Work& work) { return list(work, request); });
    for (const auto& item : page.value().items) out.push_back(item.id.number);
    return out;
  };
  using Ids = std::vector<std::int64_t>;
  for (const Actor& actor : {bank_.chen_yu, lin_fang()}) {
    EXPECT_EQ(listed(actor, ""), (Ids{waiting.number, told.number}));
    EXPECT_EQ(listed(actor, "answered"), Ids{told.number});
    EXPECT_EQ(listed(actor, "closed"), Ids{});
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ADecision, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
