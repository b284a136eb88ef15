#include "modules/complaints/responsibility/service.h"

#include "modules/complaints/decision/deciding_fixture.h"

namespace xb::complaints {
namespace {

class Responsibility : public Deciding {
 protected:
  Responsibility() { hire(sun_yi_, "sunyi", "outlet_head", "210001"); }
  Result<FindingView> find_it(Id<Complaint> id, std::string_view json, const Actor& actor) {
    return take(actor, id, json, find_responsibility);
  }
  Actor sun_yi() const {
    const Id<Unit> donghu{103};
    return {sun_yi_, {Level::outlet, donghu}, {yunjin_, {}, donghu}, donghu};
  }
  const Id<Person> sun_yi_{215};
};

constexpr std::string_view partly =
    R"({"finding": "partly", "unit_id": 103, "grounds": "限额前未短信告知"})";

TEST_P(Responsibility, IsFoundObjectedToAndReviewedByAnother) {
  const auto id = answered();
  const auto found = find_it(id, partly, wang_min());
  ASSERT_TRUE(found.has_value()) << refusal(found);
  EXPECT_EQ(found->objection_until, parse_date("2026-03-12"));
  EXPECT_EQ(refusal(find_it(id, partly, wang_min())), "finding.exists");
  EXPECT_EQ(
      refusal(take(zhao_lei(), id, R"({"finding": "partly", "grounds": "维持"})", review_finding)),
      "finding.no_objection");
  EXPECT_EQ(refusal(take(lin_fang(), id, R"({"grounds": "不认可"})", object)), "finding.not_yours");
  ASSERT_EQ(refusal(take(sun_yi(), id, R"({"grounds": "总行系统未配置短信"})", object)), "none");
  EXPECT_EQ(refusal(take(sun_yi(), id, R"({"grounds": "再次"})", object)), "finding.final");
  const std::string changed = R"({"finding": "not_responsible", "grounds": "属系统原因"})";
  EXPECT_EQ(refusal(take(wang_min(), id, changed, review_finding)), "finding.same_person");
  const auto reviewed = take(zhao_lei(), id, changed, review_finding);
  ASSERT_TRUE(reviewed.has_value()) << refusal(reviewed);
  EXPECT_EQ(reviewed->state, FindingState::changed);
  EXPECT_EQ(reviewed->finding, Finding::not_responsible);
  const auto kinds = kinds_of(id);
  EXPECT_EQ(kinds.back(), "complaint.finding_reviewed");
  EXPECT_FALSE(test::holds(world(), "总行系统未配置短信"));
}

TEST_P(Responsibility, IsNotFoundWithoutAUnitOrOnOneself) {
  const auto id = answered();
  const auto before = world();
  EXPECT_EQ(refusal(find_it(id, R"({"finding": "responsible", "grounds": "无"})", wang_min())),
            "finding.unit_missing unit_id");
  EXPECT_EQ(refusal(find_it(id, R"({"finding": "partly", "unit_id": 103, "person_id": 213,
                                    "grounds": "本人"})",
                            wang_min())),
            "finding.of_yourself person_id");
  EXPECT_EQ(refusal(find_it(id, R"({"finding": "partly", "unit_id": 103, "grounds": "无",
                                    "objection_until": "2026-03-01"})",
                            wang_min())),
            "field.in_past objection_until");
  EXPECT_EQ(world(), before);
  EXPECT_EQ(refusal(find_it(handled(), partly, wang_min())), "complaint.wrong_state");
}

TEST_P(Responsibility, MayBeObjectedToUntilItsDay) {
  const auto id = answered();
  ASSERT_TRUE(find_it(id, partly, wang_min()).has_value());
  now_ = *parse_instant("2026-03-13T00:00:00+08:00");
  EXPECT_EQ(refusal(take(sun_yi(), id, R"({"grounds": "迟了"})", object)), "finding.too_late");
}

TEST_P(Responsibility, HasARootCauseThatMayBeNamedAgain) {
  const auto id = answered();
  const std::string first =
      R"({"cause": "系统功能", "unit_id": 100, "analysis": "短信模板缺口径"})";
  ASSERT_EQ(refusal(take(wang_min(), id, first, name_cause)), "none");
  const auto again =
      take(wang_min(), id,
           R"({"cause": "信息披露", "analysis": "提示不显著", "measures": "改模板"})", name_cause);
  ASSERT_TRUE(again.has_value()) << refusal(again);
  EXPECT_EQ(again->version, 2);
  EXPECT_EQ(
      refusal(take(wang_min(), id, R"({"cause": "13812345678", "analysis": "无"})", name_cause)),
      "field.personal cause");
  const auto lessons = bank_.read(bank_.chen_yu, [&](Work& work) { return lessons_of(work, id); });
  EXPECT_EQ(lessons->root_cause->cause.str(), "信息披露");
  EXPECT_FALSE(lessons->finding.has_value());
  EXPECT_EQ(refusal(bank_.read(bank_.zhou_jun, [&](Work& work) { return lessons_of(work, id); })),
            "complaint.missing");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Responsibility, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
