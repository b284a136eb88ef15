#include "modules/complaints/quality/service.h"

#include "modules/complaints/decision/deciding_fixture.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/numbers.h"

namespace xb::complaints {
namespace {

class ClassificationQuality : public Deciding {
 protected:
  void follow() {
    bank_.place();
    evidence::Followers followers(bank_.database(), {doubting(test::keys(), bank_.taxonomies())});
    while (followers.step()) continue;
  }
  std::vector<std::string> listed(const Actor& actor) {
    std::vector<std::string> out;
    const auto page = bank_.read(actor, [](Work& work) { return list_doubts(work, {}); });
    for (const DoubtRow& one : page->items)
      out.push_back(std::to_string(one.complaint_id.number) + " " +
                    std::string{name_of(one.doubt)});
    std::sort(out.begin(), out.end());
    return out;
  }
  std::vector<ClassCheckView> due(const Actor& actor) {
    return bank_.read(actor, [](Work& work) { return list_class_checks(work, {}); })->items;
  }
  Agreement agreed() {
    return *bank_.read(bank_.chen_yu, [](Work& work) { return agreement(work); });
  }
  Result<ComplaintState> check_it(const Actor& actor, Id<Complaint> id,
                                  std::string_view json = R"({"result": "confirmed"})") {
    return take(actor, id, json, check_classes);
  }
  static std::string line(Id<Complaint> id, const char* doubt) {
    return std::to_string(id.number) + " " + doubt;
  }
  // Nothing speaks against it.
  static constexpr const char* sound = R"({"intake_channel": "柜面", "business": "人民币储蓄",
      "cause": "等候时间", "summary": "排队", "complainant": {"name": "李四"}})";
  static constexpr const char* doubtful = R"({"intake_channel": "柜面", "business": "信用卡",
      "cause": "年费管理费", "summary": "年费", "claim": "退还年费600元",
      "complainant": {"name": "李四", "identity_number": "11010519491231002X"}})";
};

TEST_P(ClassificationQuality, WhatSpeaksAgainstACaseIsListedUntilItIsWorkedOff) {
  const auto id = registered(doubtful, now_).id;
  registered(sound, now_);
  follow();
  EXPECT_EQ(listed(bank_.chen_yu),
            (std::vector<std::string>{line(id, "amount_missing"), line(id, "elderly_unmarked"),
                                      line(id, "product_missing")}));
  EXPECT_TRUE(listed(bank_.zhou_jun).empty()) << "of another branch";
  EXPECT_EQ(
      bank_.read(bank_.chen_yu, [&](Work& work) { return find_doubts(work, id); })->items.size(),
      3u);
  EXPECT_EQ(refusal(bank_.read(bank_.zhou_jun, [&](Work& work) { return find_doubts(work, id); })),
            "complaint.missing");
  ASSERT_EQ(
      refusal(take(bank_.chen_yu, id,
                   R"({"product": "信用卡", "customer_groups": ["老年人"], "reason": "补录"})",
                   reclassify)),
      "none");
  follow();
  EXPECT_EQ(listed(bank_.chen_yu), (std::vector<std::string>{line(id, "amount_missing")}));
  ASSERT_EQ(
      refusal(take(bank_.chen_yu, id, R"({"amount_fen": 60000, "reason": "补录"})", reclassify)),
      "none");
  follow();
  EXPECT_TRUE(listed(bank_.chen_yu).empty());
}

TEST_P(ClassificationQuality, WhatIsOverIsNobodysToWorkOff) {
  const auto id = registered(doubtful, now_).id;
  const auto imported = bank_.write(bank_.chen_yu, now_, [&](Work& work) {
    return Result<Id<Complaint>>{import_complaint(
        work, input<ImportedComplaint>(R"({"intake_channel": "柜面", "summary": "退还年费600元",
            "state": "closed", "received_at": "2025-01-01T00:00:00Z"})"))};
  });
  ASSERT_TRUE(imported.has_value());
  follow();
  EXPECT_EQ(listed(bank_.chen_yu).size(), 3u) << "of the open one";
  ASSERT_EQ(refusal(withdraw(id)), "none");
  follow();
  EXPECT_TRUE(listed(bank_.chen_yu).empty());
}

TEST_P(ClassificationQuality, WhoWasAbsentDoesNotCheckWhatWasTakenInForHim) {
  Actor substitute = bank_.li_na;
  substitute.on_behalf_of = wang_min_;
  const auto taken_in = register_as(substitute, doubtful);
  ASSERT_TRUE(taken_in.has_value()) << refusal(taken_in);
  ASSERT_EQ(refusal(close(taken_in->id, R"({"result": "退费"})", now_)), "none");
  EXPECT_EQ(refusal(check_it(wang_min(), taken_in->id)), "class_check.same_person");
  EXPECT_EQ(refusal(check_it(bank_.chen_yu, taken_in->id)), "none");
}

TEST_P(ClassificationQuality, ADoubtfulCaseIsCheckedBySomebodyElseAndCorrectedWithTrace) {
  const auto id = registered(doubtful, now_).id;
  ASSERT_EQ(refusal(close(id, R"({"result": "退费"})", now_)), "none");
  ASSERT_EQ(due(bank_.chen_yu).size(), 1u);
  EXPECT_TRUE(due(bank_.zhou_jun).empty());
  const auto before = world();
  EXPECT_EQ(refusal(check_it(bank_.li_na, id)), "class_check.same_person") << "she took it in";
  EXPECT_EQ(refusal(check_it(bank_.chen_yu, id, R"({"result": "corrected"})")),
            "class_check.correction_missing correction");
  EXPECT_EQ(refusal(check_it(
                bank_.chen_yu, id,
                R"({"result": "confirmed", "correction": {"cause": "利息计算", "reason": "错"}})")),
            "class_check.correction_unwanted correction");
  EXPECT_EQ(
      refusal(check_it(
          bank_.chen_yu, id,
          R"({"result": "corrected", "correction": {"cause": "年费管理费", "reason": "同"}})")),
      "classification.unchanged");
  EXPECT_EQ(world(), before);
  ASSERT_EQ(refusal(check_it(
                bank_.chen_yu, id,
                R"({"result": "corrected", "correction": {"cause": "利息计算", "product": "信用卡",
                                 "reason": "客户说的是利息"}})")),
            "none");
  EXPECT_EQ(found(id).cause->str(), "interest");
  EXPECT_EQ(found(id).state, State::closed);
  EXPECT_EQ(kinds_of(id).back(), "complaint.classes_checked");
  EXPECT_NE(entries_of(id.number).back().facts.text.find(R"("from":"annual_fee","to":"interest")"),
            std::string::npos);
  EXPECT_EQ(refusal(check_it(bank_.chen_yu, id)), "class_check.none");
  EXPECT_TRUE(due(bank_.chen_yu).empty());
  // What was doubtful says nothing of all, unless the lot fell on it, too.
  const bool by_lot = is_drawn_for(test::keys(), "classification", id, 10);
  EXPECT_EQ(agreed().corrected, by_lot ? 1 : 0);
  EXPECT_EQ(agreed().doubtful_corrected, by_lot ? 0 : 1);
  follow();
  EXPECT_TRUE(listed(bank_.chen_yu).empty());
}

TEST_P(ClassificationQuality, AShareOfSoundCasesIsDrawnAndTheRateOfAgreementCounted) {
  constexpr int closed = 150;
  std::vector<Id<Complaint>> drawn;
  for (int i = 0; i < closed; ++i) {
    const auto id = registered(sound, now_).id;
    ASSERT_EQ(refusal(close(id, R"({"result": "当场解释"})", now_)), "none");
    if (is_drawn_for(test::keys(), "classification", id, 10)) drawn.push_back(id);
  }
  const auto checks = due(bank_.chen_yu);
  ASSERT_EQ(checks.size(), drawn.size()) << "the key says which, and nothing else";
  ASSERT_GE(drawn.size(), 3u);
  EXPECT_LT(drawn.size(), 50u);
  EXPECT_EQ(agreed().due, static_cast<std::int64_t>(drawn.size()));
  EXPECT_FALSE(agreed().agreement_percent.has_value());
  for (std::size_t i = 0; i < 3; ++i)
    ASSERT_EQ(
        refusal(check_it(
            wang_min(), drawn[i],
            i == 0 ? R"({"result": "corrected", "correction": {"cause": "秩序", "reason": "插队"}})"
                   : R"({"result": "confirmed"})")),
        "none");
  EXPECT_EQ(agreed().confirmed, 2);
  EXPECT_EQ(agreed().corrected, 1);
  EXPECT_EQ(agreed().agreement_percent, 66);
}

TEST_P(ClassificationQuality, WhatIsNotClosedOrNotDrawnIsNotChecked) {
  const auto open_case = registered(sound, now_).id;
  EXPECT_EQ(refusal(check_it(bank_.chen_yu, open_case)), "complaint.wrong_state");
  EXPECT_EQ(refusal(check_it(bank_.zhou_jun, open_case)), "complaint.missing");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ClassificationQuality, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::complaints
