#include "modules/complaints/fulfilment/service.h"

#include "modules/complaints/decision/deciding_fixture.h"

namespace xb::complaints {
namespace {

class AFulfilment : public Deciding {
 protected:
  Result<FulfilmentView> end(Id<Fulfilment> id, std::string_view json) {
    return take(lin_fang(), id, json, end_fulfilment);
  }
  std::vector<std::string> listed(const Actor& actor, const storage::ListRequest& request = {}) {
    std::vector<std::string> out;
    bank_.read(actor, [&](Work& work) {
      const auto page = list_fulfilments(work, request);
      for (const auto& item : page->items) out.push_back(item.content.reveal());
      return true;
    });
    return out;
  }
};

constexpr std::string_view refund =
    R"({"kind": "refund", "content": "周五前退费600元", "amount_fen": 60000, "due_on": "2026-03-06"})";

TEST_P(AFulfilment, IsPromisedAndKept) {
  const auto id = handled();
  const auto made = promise_it(id, refund);
  ASSERT_TRUE(made.has_value()) << refusal(made);
  EXPECT_EQ(made->state, FulfilmentState::open);
  EXPECT_EQ(made->unit_id, yunjin_) << "the unit that handles it";
  EXPECT_EQ(made->complaint_number, found(id).number);
  const auto done = end(made->id, R"({"outcome": "done", "proof": "传票20260303-7"})");
  ASSERT_TRUE(done.has_value()) << refusal(done);
  EXPECT_EQ(done->state, FulfilmentState::done);
  EXPECT_EQ(done->done_on, parse_date("2026-03-02"));
  EXPECT_EQ(refusal(end(made->id, R"({"outcome": "done", "proof": "再次"})")), "fulfilment.ended");
  const auto kinds = kinds_of(id);
  EXPECT_EQ(kinds[kinds.size() - 2], "complaint.promised");
  EXPECT_EQ(kinds.back(), "complaint.fulfilled");
  EXPECT_EQ(found(id).state, State::handling) << "the state stays";
  EXPECT_FALSE(test::holds(world(), "周五前退费")) << "what is promised is sealed";
}

TEST_P(AFulfilment, IsRefusedWithoutWhatMakesItSure) {
  const auto id = handled();
  const auto before = world();
  EXPECT_EQ(
      refusal(promise_it(id, R"({"kind": "refund", "content": "退", "due_on": "2026-03-06"})")),
      "fulfilment.amount_missing amount_fen");
  EXPECT_EQ(
      refusal(promise_it(id, R"({"kind": "apology", "content": "道歉", "due_on": "2026-03-01"})")),
      "field.in_past due_on");
  EXPECT_EQ(refusal(promise_it(id, R"({"kind": "refund", "content": "退", "amount_fen": -1,
                                       "due_on": "2026-03-06"})")),
            "field.negative amount_fen");
  EXPECT_EQ(refusal(promise_it(id, R"({"kind": "promise", "content": "回电", "due_on": "2026-03-06",
                                       "unit_id": 999})")),
            "unit.missing unit_id");
  EXPECT_EQ(refusal(promise_it({id.number + 1'000'000}, refund)), "complaint.missing");
  EXPECT_EQ(refusal(promise_it(registered(least_complaint).id, refund)), "complaint.wrong_state");
  EXPECT_EQ(refusal(end({999}, R"({"outcome": "done", "proof": "无"})")), "fulfilment.missing");
  const auto made = promise_it(id, refund);
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(refusal(end(made->id, R"({"outcome": "done"})")), "fulfilment.proof_missing proof");
  EXPECT_EQ(refusal(end(made->id, R"({"outcome": "dropped"})")), "fulfilment.reason_missing note");
  EXPECT_EQ(refusal(end(made->id, R"({"outcome": "done", "proof": "1", "on": "2026-03-09"})")),
            "field.in_future on");
  EXPECT_EQ(refusal(end(made->id, R"({"outcome": "dropped", "note": "客户不再要求"})")), "none");
}

TEST_P(AFulfilment, OfMoneyStaysWithinWhatWasAgreedTo) {
  const auto of = [](std::int64_t yuan) {
    return R"({"kind": "compensation", "content": "补偿", "due_on": "2026-03-06", "amount_fen": )" +
           std::to_string(yuan * 100) + "}";
  };
  const std::string_view above = "fulfilment.above_authority amount_fen";
  const auto id = handled();
  const auto first = promise_it(id, of(600));
  ASSERT_TRUE(first.has_value()) << "within the handler's own authority";
  const auto before = world();
  EXPECT_EQ(refusal(promise_it(id, of(401))), above) << "in parts, too";
  EXPECT_EQ(world(), before);
  ASSERT_TRUE(end(first->id, R"({"outcome": "dropped", "note": "改为一次支付"})"));
  std::string decision{proposal};
  decision.replace(decision.find("60000"), 5, "150000");
  ASSERT_TRUE(propose_it(id, decision));
  EXPECT_EQ(refusal(promise_it(id, of(1500))), above) << "nobody has agreed yet";
  ASSERT_TRUE(approve(id, qian_hai()));
  ASSERT_TRUE(approve(id, zhao_lei()));
  EXPECT_EQ(refusal(promise_it(id, of(1501))), above);
  EXPECT_EQ(refusal(promise_it(id, of(1500))), "none");
}

TEST_P(AFulfilment, IsListedByItsDayToThoseWhoSeeTheCase) {
  const auto id = handled();
  ASSERT_TRUE(
      promise_it(id, R"({"kind": "promise", "content": "十日内回电", "due_on": "2026-03-12"})"));
  const auto first = promise_it(id, refund);
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(listed(bank_.chen_yu), (std::vector<std::string>{"周五前退费600元", "十日内回电"}));
  EXPECT_EQ(listed(lin_fang()).size(), 2u);
  EXPECT_EQ(listed(bank_.li_na).size(), 2u) << "the outlet where it was registered";
  EXPECT_TRUE(listed(bank_.zhou_jun).empty()) << "another branch";
  EXPECT_EQ(listed(bank_.chen_yu, {.filters = {{"due_before", {"2026-03-07T00:00:00+08:00"}}}}),
            std::vector<std::string>{"周五前退费600元"});
  ASSERT_TRUE(end(first->id, R"({"outcome": "done", "proof": "1"})"));
  EXPECT_EQ(listed(bank_.chen_yu), std::vector<std::string>{"十日内回电"});
  EXPECT_EQ(listed(bank_.chen_yu, {.filters = {{"state", {"done"}}}, .sort = "promised_at"}).size(),
            1u);
}

TEST_P(AFulfilment, OfACaseAboutSomebodyIsKeptFromHim) {
  hire({216}, "wuhan", "teller", "210001");
  auto json = std::string{whole_complaint};
  json.insert(1, R"("accused_id": 216, )");
  const auto id = handled(json);
  ASSERT_TRUE(promise_it(id, refund));
  EXPECT_TRUE(listed(bank_.li_na).empty());
  EXPECT_EQ(listed(bank_.chen_yu).size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AFulfilment, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
