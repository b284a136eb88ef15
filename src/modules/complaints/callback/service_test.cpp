#include "modules/complaints/callback/service.h"

#include "modules/complaints/decision/deciding_fixture.h"

namespace xb::complaints {
namespace {

class ACallback : public Deciding {};

constexpr std::string_view satisfied =
    R"({"means": "telephone", "reached": "yes", "result_score": 5, "process_score": 3,
        "attitude_score": 5, "note": "问题解决了，就是等太久"})";

TEST_P(ACallback, IsMadeByAnotherThanWhoHandledIt) {
  const auto id = answered();
  EXPECT_EQ(refusal(take(lin_fang(), id, satisfied, call_back)), "callback.same_person");
  Actor for_lin_fang = wang_min();
  for_lin_fang.on_behalf_of = lin_fang_;
  EXPECT_EQ(refusal(take(for_lin_fang, id, satisfied, call_back)), "callback.same_person")
      << "nor by who stands in for her";
  ASSERT_EQ(
      refusal(take(wang_min(), id, R"({"means": "telephone", "reached": "no_answer"})", call_back)),
      "none");
  const auto made = take(wang_min(), id, satisfied, call_back);
  ASSERT_TRUE(made.has_value()) << refusal(made);
  const auto all = bank_.read(bank_.chen_yu, [&](Work& work) { return callbacks_of(work, id); });
  ASSERT_EQ(all->items.size(), 2u);
  EXPECT_EQ(all->items[1].process_score, 3);
  EXPECT_EQ(kinds_of(id).back(), "complaint.called_back");
  EXPECT_FALSE(test::holds(world(), "就是等太久"));
}

TEST_P(ACallback, HasScoresOnlyWhereSomebodyWasReached) {
  const auto id = answered();
  EXPECT_EQ(refusal(take(wang_min(), id, R"({"means": "telephone", "reached": "yes"})", call_back)),
            "callback.score_missing result_score");
  EXPECT_EQ(refusal(take(wang_min(), id,
                         R"({"means": "telephone", "reached": "declined", "result_score": 1})",
                         call_back)),
            "callback.score_unwanted result_score");
  EXPECT_EQ(refusal(take(wang_min(), id,
                         R"({"means": "sms", "result_score": 6, "process_score": 1,
                             "attitude_score": 1})",
                         rate)),
            "callback.score result_score");
  EXPECT_EQ(refusal(take(wang_min(), handled(), satisfied, call_back)), "complaint.wrong_state");
}

TEST_P(ACallback, OrARatingOfTheComplainantsOwn) {
  const auto id = answered();
  const auto rated = take(wang_min(), id,
                          R"({"means": "sms", "result_score": 4, "process_score": 3,
                              "attitude_score": 5, "note": "进度主动发个短信"})",
                          rate);
  ASSERT_TRUE(rated.has_value()) << refusal(rated);
  EXPECT_EQ(rated->reached, Reached::yes);
  EXPECT_EQ(kinds_of(id).back(), "complaint.rated");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ACallback, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
