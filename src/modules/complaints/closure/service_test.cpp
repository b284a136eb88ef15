#include "modules/complaints/closure/service.h"

#include "modules/complaints/decision/deciding_fixture.h"
#include "modules/complaints/numbers.h"

namespace xb::complaints {
namespace {

using test::monday;

const Instant tuesday = monday + std::chrono::hours{24};

class AComplaintsClosure : public Deciding {
 protected:
  // Closing by somebody who has read this version.
  Result<ComplaintState> close_version(Id<Complaint> id, std::int64_t version) {
    return bank_.write(bank_.chen_yu, tuesday, [&](Work& work) {
      work.if_version = version;
      return complaints::close(work, id, input<Closure>(R"({"result": "已解释"})"));
    });
  }
};

TEST_P(AComplaintsClosure, EndsItAndItsClock) {
  const auto id = registered().id;
  const auto state = close(id, R"({"result": "已退还利息"})", tuesday);
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::closed);
  EXPECT_EQ(state->version, 2);
  ASSERT_EQ(state->clocks.size(), 1u);
  EXPECT_EQ(state->clocks[0].stopped_at, tuesday);
  const ComplaintView view = found(id);
  EXPECT_EQ(view.state, State::closed);
  EXPECT_EQ(view.closed_at, tuesday);
  EXPECT_FALSE(view.due_at.has_value());
  EXPECT_EQ(view.version, 2);
  EXPECT_EQ(view.clocks[0].stopped_at, tuesday);
  EXPECT_EQ(view.claim->reveal(), "退还利息") << "the rest stays as it was";
  EXPECT_EQ(view.complainant->phone->reveal(), "138-1234-5678");
}

TEST_P(AComplaintsClosure, LeavesAnEntryWithItsResultSealed) {
  const auto id = registered().id;
  ASSERT_TRUE(close(id, R"({"result": "已退还利息"})", tuesday).has_value());
  EXPECT_EQ(kinds_of(id), (std::vector<std::string>{"complaint.registered", "complaint.closed"}));
  const auto entry = entries_of(id.number)[1];
  EXPECT_TRUE(entry.facts.text.starts_with(
      R"({"from":"registered","to":"closed","kind":"complaint","branch_id":101,"sub_branch_id":null,)"
      R"("outlet_id":103,"is_shut":false,"clocks":[{)"))
      << entry.facts.text;
  EXPECT_NE(entry.facts.text.find(R"("kind":"stopped")"), std::string::npos);
  const std::string sample = is_sampled(test::keys(), id) ? "due" : "none";
  EXPECT_TRUE(entry.facts.text.ends_with(R"(],"sample_check":")" + sample +
                                         R"(","class_check_due":true,"actor_id":203})"))
      << entry.facts.text;
  EXPECT_EQ(entry.at, tuesday);
  EXPECT_FALSE(test::holds(world(), "已退还利息"));
}

TEST_P(AComplaintsClosure, HappensOnce) {
  const auto id = registered().id;
  ASSERT_TRUE(close(id).has_value());
  const auto before = world();
  EXPECT_EQ(refusal(close(id)), "complaint.wrong_state");
  EXPECT_EQ(refusal(withdraw(id)), "complaint.wrong_state");
  EXPECT_EQ(world(), before);
}

TEST_P(AComplaintsClosure, IsRefusedToWhoReadAnEarlierVersion) {
  const auto id = registered().id;
  const auto before = world();
  for (const std::int64_t version : {0, 2, 3})
    EXPECT_EQ(refusal(close_version(id, version)), "version.changed") << version;
  EXPECT_EQ(world(), before);
  EXPECT_EQ(refusal(close_version(id, 1)), "none");
  EXPECT_EQ(refusal(close_version(id, 1)), "version.changed")
      << "said before the state is looked at";
}

TEST_P(AComplaintsClosure, OfWhatIsNotThereIsRefused) {
  const auto id = registered().id;
  const auto before = world();
  EXPECT_EQ(refusal(close({id.number + 1'000'000})), "complaint.missing");
  EXPECT_EQ(refusal(bank_.write(bank_.zhou_jun, tuesday,
                                [&](Work& work) {
                                  return complaints::close(
                                      work, id, input<Closure>(R"({"result": "已解释"})"));
                                })),
            "complaint.missing")
      << "nor of another branch";
  EXPECT_EQ(world(), before);
}

TEST_P(AComplaintsClosure, LeavesOthersAlone) {
  const auto id = registered().id;
  const auto other = registered(least_complaint).id;
  const auto json = to_json(found(other));
  ASSERT_TRUE(close(id).has_value());
  EXPECT_EQ(to_json(found(other)), json);
}

TEST_P(AComplaintsClosure, TakesAResultOfFiveThousandCharacters) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "果";
  EXPECT_EQ(refusal(read_input<Closure>(R"({"result": ")" + text + R"("})")), "none");
  EXPECT_EQ(refusal(read_input<Closure>(R"({"result": ")" + text + R"(果"})")),
            "field.too_long result");
  EXPECT_EQ(refusal(read_input<Closure>(R"({"result": ""})")), "field.empty result");
  EXPECT_EQ(refusal(read_input<Closure>(R"({"proof": "signed_paper"})")), "field.unknown proof");
}

TEST_P(AComplaintsClosure, OnTheSpotSaysWhatCameOfIt) {
  const auto id = registered().id;
  EXPECT_EQ(refusal(close(id, "{}")), "closure.result_missing result");
  EXPECT_EQ(refusal(close(id)), "none");
}

TEST_P(AComplaintsClosure, OnTheSpotIsCheckedOnceInTen) {
  int drawn = 0;
  for (std::int64_t id = 1; id <= 10'000; ++id) drawn += is_sampled(test::keys(), {id}) ? 1 : 0;
  EXPECT_GT(drawn, 850);
  EXPECT_LT(drawn, 1150);
  Id<Complaint> id;
  do id = registered(least_complaint).id;
  while (!is_sampled(test::keys(), id));
  now_ = now_ + std::chrono::hours{1};
  ASSERT_TRUE(take(wang_min(), id, R"({"result": "已道歉"})", complaints::close).has_value());
  EXPECT_EQ(refusal(take(wang_min(), id, R"({"result": "passed"})", check_sample)),
            "sample.same_person");
  EXPECT_EQ(refusal(take(zhao_lei(), id, R"({"result": "failed"})", check_sample)),
            "sample.reason_missing note");
  EXPECT_EQ(refusal(take(wang_min(), id, "{}", archive)), "archive.sample_open");
  EXPECT_EQ(
      refusal(take(zhao_lei(), id, R"({"result": "failed", "note": "未记录经过"})", check_sample)),
      "none");
  EXPECT_EQ(refusal(take(zhao_lei(), id, R"({"result": "passed"})", check_sample)), "sample.none");
  EXPECT_EQ(kinds_of(id).back(), "complaint.sample_checked");
}

TEST_P(AComplaintsClosure, OfWhatWasDecidedNeedsASecondPerson) {
  const auto id = carried_out();
  EXPECT_EQ(refusal(close_it(id, lin_fang())), "closure.same_person");
  Actor for_lin_fang = wang_min();
  for_lin_fang.on_behalf_of = lin_fang_;
  EXPECT_EQ(refusal(close_it(id, for_lin_fang)), "closure.same_person");
  EXPECT_EQ(refusal(close_it(id, wang_min())), "none");
  EXPECT_EQ(found(id).state, State::closed);
}

TEST_P(AComplaintsClosure, WaitsForWhatWasPromised) {
  const auto id = answered();
  EXPECT_EQ(refusal(close_it(id, wang_min())), "closure.money_open");
  const auto made = promise_it(id, repayment);
  ASSERT_TRUE(made.has_value()) << refusal(made);
  EXPECT_EQ(refusal(close_it(id, wang_min())), "closure.fulfilment_open");
  ASSERT_EQ(refusal(take(lin_fang(), made->id, R"({"outcome": "done", "proof": "传票7"})",
                         end_fulfilment)),
            "none");
  EXPECT_EQ(refusal(close_it(id, wang_min())), "none");
}

TEST_P(AComplaintsClosure, OfWhatIsHandledNeedsADecision) {
  EXPECT_EQ(refusal(close_it(handled(), wang_min())), "complaint.wrong_state");
}

TEST_P(AComplaintsClosure, WaitsUntilAllThatWasAgreedToIsPaidOrDropped) {
  const auto id = answered();
  const auto settle = [&](std::string_view made, std::string_view outcome) {
    const auto one = promise_it(id, made);
    ASSERT_EQ(refusal(one), "none");
    ASSERT_EQ(refusal(take(lin_fang(), one->id, outcome, end_fulfilment)), "none");
  };
  const auto owed = [&] {
    return bank_.read(lin_fang(), [&](Work& work) { return fulfilments_of(work, id); })->owed_fen;
  };
  EXPECT_EQ(owed(), 60'000);
  settle(R"({"kind": "apology", "content": "致歉", "due_on": "2026-03-10"})",
         R"({"outcome": "done", "proof": "函1"})");
  settle(R"({"kind": "refund", "content": "退费", "amount_fen": 20000, "due_on": "2026-03-10"})",
         R"({"outcome": "done", "proof": "传票7"})");
  EXPECT_EQ(owed(), 40'000);
  EXPECT_EQ(refusal(close_it(id, wang_min())), "closure.money_open");
  const auto waive = R"({"kind": "waiver", "content": "免除", "amount_fen": 40000,
                         "due_on": "2026-03-10"})";
  settle(waive, R"({"outcome": "dropped", "note": "登记有误"})");
  EXPECT_EQ(owed(), 0) << "given up, as far as anybody says";
  settle(R"({"kind": "refund", "content": "退费", "amount_fen": 10000, "due_on": "2026-03-10"})",
         R"({"outcome": "done", "proof": "传票8"})");
  EXPECT_EQ(owed(), 30'000) << "another promise took its place";
  settle(R"({"kind": "waiver", "content": "免除", "amount_fen": 30000, "due_on": "2026-03-10"})",
         R"({"outcome": "dropped", "note": "客户书面放弃"})");
  EXPECT_EQ(owed(), 0);
  EXPECT_EQ(refusal(close_it(id, wang_min())), "none");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AComplaintsClosure, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::complaints
