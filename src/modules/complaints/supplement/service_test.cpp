#include "modules/complaints/supplement/service.h"

#include "modules/complaints/working/working_fixture.h"

namespace xb::complaints {
namespace {

constexpr const char* asked =
    R"({"materials":["agent_authorisation"],"question":"请提供授权委托书原件","bank_lacks":true)";

class ASupplement : public Working {
 protected:
  Result<ComplaintState> request(Id<Complaint> id, std::string json = asked) {
    return act(bank_.chen_yu, &request_supplement, id, json + "}");
  }
  Result<ComplaintState> supply(Id<Complaint> id, const std::string& more = "") {
    return act(bank_.li_na, &add_supplement, id,
               R"({"materials":["agent_authorisation"],"is_complete":true)" + more + "}",
               tuesday + std::chrono::hours{1});
  }
};

TEST_P(ASupplement, IsAskedForBeforeTriageAndComesWithoutAnyLimitWaiting) {
  const auto id = registered().id;
  const auto due_at = found(id).due_at;
  const auto state = request(id, std::string{asked} + R"(,"until_on":"2026-03-09")");
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::registered);
  EXPECT_EQ(found(id).due_at, due_at);
  expect(supply(id, R"(,"note":"原件已核验")"));
  EXPECT_EQ(found(id).due_at, due_at) << "no law stops the clock";
  const auto all = ask(bank_.li_na, &supplements_of, id);
  ASSERT_EQ(all->requests.size(), 1u);
  EXPECT_EQ(all->requests[0].settled_at, tuesday + std::chrono::hours{1});
  ASSERT_EQ(all->items.size(), 1u);
  EXPECT_EQ(all->items[0].request_id, all->requests[0].id);
  EXPECT_EQ(all->items[0].materials, (std::vector{Material::agent_authorisation}));
  EXPECT_EQ(kinds_of(id),
            (std::vector<std::string>{"complaint.registered", "complaint.supplement_asked",
                                      "complaint.supplemented"}));
  EXPECT_NE(sealed_in(id, 2).find("授权委托书原件"), std::string::npos);
}

TEST_P(ASupplement, IsAskedForOnceAndCompletely) {
  const auto id = accepted();
  expect(request(id));
  EXPECT_EQ(refusal(request(id)), "supplement.open");
  expect(supply(id));
  EXPECT_EQ(refusal(request(id)), "supplement.once again_reason");
  expect(request(id, std::string{asked} + R"(,"again_reason":"所交委托书未签字")"));
}

TEST_P(ASupplement, ThatIsNotWholeLeavesTheRequestOpen) {
  const auto id = accepted();
  expect(request(id));
  expect(act(bank_.li_na, &add_supplement, id,
             R"({"materials":["agent_identity"],"is_complete":false})",
             tuesday + std::chrono::hours{1}));
  EXPECT_FALSE(ask(bank_.li_na, &supplements_of, id)->requests[0].settled_at.has_value());
  expect(supply(id));
  EXPECT_TRUE(ask(bank_.li_na, &supplements_of, id)->requests[0].settled_at.has_value());
}

TEST_P(ASupplement, MayComeUnasked) {
  const auto id = handled();
  expect(supply(id));
  EXPECT_FALSE(ask(bank_.li_na, &supplements_of, id)->items.at(0).request_id.has_value());
}

TEST_P(ASupplement, IsRefusedWhereSomethingIsWrong) {
  const auto id = accepted();
  const auto before = world();
  EXPECT_EQ(refusal(request(id, R"({"materials":[],"question":"?","bank_lacks":true)")),
            "field.empty materials");
  EXPECT_EQ(refusal(request(id, R"({"materials":["respondent"],"question":" ","bank_lacks":true)")),
            "field.empty question");
  EXPECT_EQ(
      refusal(request(id, R"({"materials":["respondent"],"question":"?","bank_lacks":false)")),
      "supplement.bank_holds bank_lacks");
  EXPECT_EQ(refusal(request(id, R"({"materials":["income"],"question":"?","bank_lacks":true)")),
            "field.choice materials.0")
      << "the law does not let the bank ask for it";
  EXPECT_EQ(refusal(request(id, std::string{asked} + R"(,"until_on":"2026-03-02")")),
            "field.too_early until_on");
  EXPECT_EQ(refusal(supply(id, R"(,"received_at":"2026-02-01T09:00:00+08:00")")),
            "field.too_early received_at");
  EXPECT_EQ(refusal(supply(id, R"(,"received_at":"2026-04-01T09:00:00+08:00")")),
            "field.in_future received_at");
  EXPECT_EQ(refusal(ask(bank_.zhou_jun, &supplements_of, id)), "complaint.missing");
  EXPECT_EQ(world(), before);
  expect(withdraw(id));
  EXPECT_EQ(refusal(request(id)), "complaint.wrong_state");
  EXPECT_EQ(refusal(supply(id)), "complaint.wrong_state");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ASupplement, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
