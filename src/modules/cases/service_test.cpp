#include "modules/cases/service.h"

#include "modules/cases/rules.h"
#include "modules/complaints/closure/service.h"
#include "modules/complaints/registration/service.h"
#include "platform/evidence/entries.h"
#include "test/support/bank.h"
#include "test/support/gate.h"
#include "test/support/people.h"
#include "test/support/reading.h"

namespace xb::cases {
namespace {

class TheLibrary : public testing::TestWithParam<test::Engine> {
 protected:
  TheLibrary() {
    const auto hired = bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
      test::hire(work, {{213}, "wangmin", "complaint_manager", "100000"});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
    wang_min_ = {{213}, Scope::whole_bank(), {}, {100}};
  }
  Result<CaseView> write(const std::string& json, const Actor& actor) {
    const auto read = *Json<NewCase>::read(*parse_json(json));
    return bank_.write(actor, test::monday, [&](Work& work) { return write_case(work, read); });
  }
  Result<CaseView> decide(Id<Case> id, const Actor& actor,
                          Result<CaseView> (*step)(Work&, Id<Case>, const Decision&)) {
    return bank_.write(actor, test::monday, [&](Work& work) { return step(work, id, {}); });
  }
  std::size_t shown(const Actor& actor) {
    return bank_.read(actor, [](Work& work) { return list_cases(work, {}); })->items.size();
  }

  Id<complaints::Complaint> registered(const std::string& json) {
    const auto read = *Json<complaints::NewComplaint>::read(*parse_json(json));
    return bank_
        .write(bank_.li_na, test::monday,
               [&](Work& work) { return complaints::register_complaint(work, read); })
        ->id;
  }
  bool close(Id<complaints::Complaint> id) {
    const auto read = *Json<complaints::Closure>::read(*parse_json(R"({"result": "已办结"})"));
    return bank_
        .write(bank_.chen_yu, test::monday,
               [&](Work& work) { return complaints::close(work, id, read); })
        .has_value();
  }

  test::Gate gate_;
  test::Bank bank_{GetParam(), gate_.pass()};
  Actor wang_min_;
};

const std::string good =
    R"({"title": "继承小额存款一次告知", "business": "人民币储蓄", "cause": "服务态度及服务质量",
  "facts": "继承人三次到网点，每次被告知的材料不同。", "right_handling": "出示一张清单，当天办结。",
  "wrong_handling": "口头分次告知。", "wording": "材料只有这一张清单。",
  "amount_from_fen": 0, "amount_to_fen": 5000000)";

TEST_P(TheLibrary, ShowsWhatASecondPersonPublished) {
  const auto written = write(good + "}", bank_.chen_yu);
  ASSERT_TRUE(written.has_value()) << refusal(written);
  EXPECT_EQ(shown(bank_.li_na), 0u);
  EXPECT_EQ(
      refusal(bank_.read(bank_.li_na, [&](Work& work) { return find_case(work, written->id); })),
      "case.missing");
  EXPECT_EQ(refusal(decide(written->id, bank_.chen_yu, publish)), "case.same_person");
  ASSERT_EQ(refusal(decide(written->id, wang_min_, publish)), "none");
  EXPECT_EQ(shown(bank_.li_na), 1u);
  EXPECT_EQ(refusal(decide(written->id, wang_min_, publish)), "case.wrong_state");
  ASSERT_EQ(refusal(decide(written->id, wang_min_, withdraw)), "none");
  EXPECT_EQ(shown(bank_.li_na), 0u);
  const auto entries = bank_.read(bank_.chen_yu, [&](Work& work) {
    return evidence::timeline(work, written->id.number, 0, 10);
  });
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[1].kind, "case.published");
}

TEST_P(TheLibrary, HoldsNobodysNumberAndNoPrice) {
  const auto with = [](std::string_view from, std::string_view to) {
    std::string json = good + "}";
    return json.replace(json.find(from), from.size(), to);
  };
  EXPECT_EQ(refusal(write(with("三次到网点", "13812345678到网点"), bank_.chen_yu)),
            "field.personal facts");
  EXPECT_EQ(refusal(write(with("人民币储蓄", "无此业务"), bank_.chen_yu)),
            "taxonomy.unknown business");
  EXPECT_EQ(
      refusal(write(with("\"amount_to_fen\": 5000000", "\"amount_to_fen\": 0"), bank_.chen_yu)),
      "case.range amount_to_fen");
  EXPECT_EQ(refusal(write(with("\"amount_from_fen\": 0, ", ""), bank_.chen_yu)),
            "case.range amount_to_fen");
}

TEST_P(TheLibrary, TakesClosedComplaintsAndOffersCasesForOpenOnes) {
  const std::string json =
      R"({"intake_channel": "柜面", "business": "人民币储蓄", "summary": "继承",
                               "complainant": {"name": "李四"}})";
  const auto source = registered(json);
  const auto from = [&](Id<complaints::Complaint> id) {
    return write(good + R"(, "source_id": )" + std::to_string(id.number) + "}", bank_.chen_yu);
  };
  EXPECT_EQ(refusal(from(source)), "case.source_open source_id");
  EXPECT_EQ(refusal(from({999})), "complaint.missing");
  ASSERT_TRUE(close(source));
  const auto written = from(source);
  ASSERT_TRUE(written.has_value()) << refusal(written);
  ASSERT_EQ(refusal(decide(written->id, wang_min_, publish)), "none");
  const auto help = bank_.read(bank_.li_na, [&](Work& work) { return help_with(work, source); });
  ASSERT_TRUE(help.has_value());
  ASSERT_EQ(help->cases.size(), 1u);
  EXPECT_EQ(help->cases[0].title.str(), "继承小额存款一次告知");
  EXPECT_EQ(help->cases[0].business->str(), "savings");
  EXPECT_TRUE(help->guide.has_value());
  EXPECT_EQ(
      refusal(bank_.read(bank_.zhou_jun, [&](Work& work) { return help_with(work, source); })),
      "complaint.missing");
}

TEST(TheGuides, AreWholeAndFoundByBusiness) {
  EXPECT_GE(guides().size(), 9u);
  for (const Guide& guide : guides()) {
    EXPECT_FALSE(guide.questions.empty()) << guide.topic;
    EXPECT_FALSE(guide.evidence.empty()) << guide.topic;
    for (const std::string& business : guide.business)
      EXPECT_EQ(guide_for(business)->topic, guide.topic) << "one guide for one business";
  }
  EXPECT_EQ(guide_for("other_business"), nullptr);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, TheLibrary, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::cases
