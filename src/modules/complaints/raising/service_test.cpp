#include "modules/complaints/raising/service.h"

#include "modules/complaints/working/working_fixture.h"

namespace xb::complaints {
namespace {

class ARaising : public Working {
 protected:
  // At the outlet itself, as an ordinary case.
  Id<Complaint> at_the_outlet(std::string_view json = whole_complaint) {
    const auto id = accepted(json);
    expect(act(bank_.chen_yu, &assign, id, R"({"unit_id":103})", test::monday));
    return id;
  }
  Result<ComplaintState> raised(Id<Complaint> id, const std::string& json) {
    return act(bank_.chen_yu, &raise, id, R"({"reason":"客户再次投诉","ground":)" + json + "}");
  }
  static std::string repeated(Id<Complaint> earlier) {
    return R"("repeated","unit_id":101,"leader_id":213,"earlier_id":)" +
           std::to_string(earlier.number);
  }
};

TEST_P(ARaising, OfASecondComplaintGivesItToTheHigherUnitAndItsLeader) {
  const auto earlier = at_the_outlet();
  const auto id = at_the_outlet();
  const auto state = raised(id, repeated(earlier));
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::assigned) << "it waits to be taken over";
  const auto view = found(id);
  EXPECT_EQ(view.handling_unit_id, Id<Unit>{101});
  EXPECT_EQ(view.raised_to_id, Id<Unit>{101});
  EXPECT_EQ(view.leader_id, Id<Person>{213});
  EXPECT_EQ(ask(bank_.chen_yu, &list, Query{.filters = {{"leader_id", {"213"}}}})->items.size(),
            1u);
  expect(act(lin_fang_, &take_over, id, "{}"));
  EXPECT_EQ(kinds_of(id).at(3), "complaint.raised");
  EXPECT_EQ(refusal(act(bank_.chen_yu, &assign, id, R"({"unit_id":103})")),
            "assignment.below_raised unit_id");
  expect(act(bank_.chen_yu, &assign, id, R"({"unit_id":102})"));
  expect(raised(id, R"("major","unit_id":100,"leader_id":214)"));
  EXPECT_EQ(found(id).leader_id, Id<Person>{214});
}

TEST_P(ARaising, IsRefusedWhereSomethingIsWrong) {
  const auto id = at_the_outlet(accusing_wu_tao());
  const auto before = world();
  EXPECT_EQ(refusal(raised(id, R"("repeated","unit_id":101,"leader_id":213)")),
            "raising.earlier_missing earlier_id");
  EXPECT_EQ(refusal(raised(id, repeated(id))), "raising.earlier_missing earlier_id");
  EXPECT_EQ(refusal(raised(id, R"("major","unit_id":104,"leader_id":213)")),
            "raising.not_higher unit_id");
  EXPECT_EQ(refusal(raised(id, R"("major","unit_id":999,"leader_id":213)")),
            "unit.missing unit_id");
  EXPECT_EQ(refusal(raised(id, R"("major","unit_id":102,"leader_id":213)")),
            "complaint.conflict_of_interest");
  EXPECT_EQ(refusal(raised(id, R"("major","unit_id":101,"leader_id":999)")),
            "person.missing leader_id");
  EXPECT_EQ(refusal(raised(id, R"("major","unit_id":101,"leader_id":211)")),
            "raising.not_a_leader leader_id");
  EXPECT_EQ(refusal(raised(id, R"("major","unit_id":100,"leader_id":213)")),
            "raising.not_a_leader leader_id")
      << "a branch's head does not answer for head office";
  EXPECT_EQ(refusal(raised(id, R"("major","unit_id":101,"leader_id":213,"handler_id":212)")),
            "complaint.conflict_of_interest");
  EXPECT_EQ(refusal(act(bank_.zhou_jun, &raise, id,
                        R"({"ground":"major","unit_id":101,"leader_id":213,"reason":"x"})")),
            "complaint.missing");
  EXPECT_EQ(world(), before);
  const auto fresh = registered(least_complaint).id;
  EXPECT_EQ(refusal(raised(fresh, R"("major","unit_id":101,"leader_id":213)")),
            "complaint.wrong_state");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ARaising, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
