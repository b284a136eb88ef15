#include "modules/complaints/triage/service.h"

#include "modules/complaints/complaints_fixture.h"

namespace xb::complaints {
namespace {

using test::monday;

class Triage : public Department {
 protected:
  template <class Input>
  Result<ComplaintState> take(Result<ComplaintState> (*action)(Work&, Id<Complaint>, const Input&),
                              Id<Complaint> id, std::string_view json) {
    const auto read = input<Input>(json);
    return bank_.write(bank_.chen_yu, monday + std::chrono::hours{2},
                       [&](Work& work) { return action(work, id, read); });
  }
};

TEST_P(Triage, AcceptsWithTierAndUrgency) {
  const auto id = registered().id;
  const auto state = take(accept, id, R"({"tier":"complex","urgency":"ii","note":"涉及多个部门"})");
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::accepted);
  EXPECT_EQ(state->version, 2);
  EXPECT_FALSE(state->clocks[0].stopped_at.has_value()) << "the clock runs on";
  const ComplaintView view = found(id);
  EXPECT_EQ(view.tier, Tier::complex);
  EXPECT_EQ(view.urgency, Urgency::ii);
  EXPECT_TRUE(view.due_at.has_value());
  EXPECT_EQ(kinds_of(id), (std::vector<std::string>{"complaint.registered", "complaint.accepted"}));
  EXPECT_EQ(
      entries_of(id.number)[1].facts.text,
      R"({"from":"registered","to":"accepted","kind":"complaint","branch_id":101,"sub_branch_id":null,)"
      R"("outlet_id":103,"is_shut":false,"clocks":[],"tier":"complex","urgency":"ii",)"
      R"("actor_id":203})");
  EXPECT_EQ(sealed_in(id, 2), R"({"note":"涉及多个部门"})");
}

TEST_P(Triage, FindsWhatIsNoComplaint) {
  const auto id = registered().id;
  const auto state = take(redirect, id, R"({"to":"consultation","reason":"只问利率"})");
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::redirected);
  EXPECT_TRUE(state->clocks[0].stopped_at.has_value());
  EXPECT_FALSE(found(id).due_at.has_value());
  EXPECT_EQ(sealed_in(id, 2), R"({"reason":"只问利率"})");
}

TEST_P(Triage, RefusesOnTheLegalGroundOnly) {
  const auto id = registered().id;
  EXPECT_EQ(refusal(read_input<NewRefusal>(
                R"({"ground":"unreasonable","reason":"x","told_at":"2026-03-02T10:00:00+08:00"})")),
            "field.choice ground");
  const auto state = take(
      refuse_complaint, id,
      R"({"ground":"no_authorisation","reason":"代理人无委托书","told_at":"2026-03-02T10:00:00+08:00"})");
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::refused);
  EXPECT_EQ(found(id).closed_at, monday + std::chrono::hours{2});
  EXPECT_EQ(state->clocks[0].stopped_at, monday + std::chrono::hours{1}) << "when he was told";
}

TEST_P(Triage, TellsThePersonNeitherBeforeTheComplaintNorInTheFuture) {
  const auto id = registered().id;
  const auto told = [&](const std::string& at) {
    return refusal(
        take(refuse_complaint, id,
             R"({"ground":"not_the_complainant","reason":"非本人","told_at":")" + at + R"("})"));
  };
  const auto before = world();
  EXPECT_EQ(told("2026-03-02T11:00:01+08:00"), "field.in_future told_at");
  EXPECT_EQ(told("2026-03-01T19:59:59+08:00"), "complaint.told_early told_at");
  EXPECT_EQ(world(), before);
}

TEST_P(Triage, HappensBeforeAnybodyHandlesTheCaseAndNotAfterItIsOver) {
  const auto id = registered().id;
  ASSERT_TRUE(close(id).has_value());
  const auto before = world();
  EXPECT_EQ(refusal(take(accept, id, "{}")), "complaint.wrong_state");
  EXPECT_EQ(refusal(take(redirect, id, R"({"to":"praise","reason":"表扬"})")),
            "complaint.wrong_state");
  EXPECT_EQ(world(), before);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Triage, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
