#include "modules/complaints/classification/service.h"

#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/importing/service.h"

namespace xb::complaints {
namespace {

using test::monday;

class Classifying : public Department {
 protected:
  Result<ComplaintState> reclassify(Id<Complaint> id, const char* json) {
    const auto told = input<Reclassification>(json);
    return bank_.write(bank_.chen_yu, monday + std::chrono::hours{2},
                       [&](Work& work) { return complaints::reclassify(work, id, told); });
  }
};

TEST_P(Classifying, ReplacesWhatIsToldAndSaysWhatItWas) {
  const auto id = registered().id;
  const auto state = reclassify(id, R"({"cause": "信息披露", "product": "consumer_loan",
    "rights": ["information"], "reason": "实为费率披露不清"})");
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->version, 2);
  const auto view = found(id);
  EXPECT_EQ(view.cause->str(), "disclosure");
  EXPECT_EQ(view.product->str(), "consumer_loan");
  EXPECT_EQ(view.rights.items, std::vector<std::string>{"information"});
  EXPECT_EQ(view.business->str(), "consumer_loan") << "what is not told stays";
  EXPECT_EQ(entries_of(id.number)[1].kind, "complaint.classified");
  EXPECT_EQ(
      entries_of(id.number)[1].facts.text,
      R"({"kind":"complaint","changes":[{"member":"cause","from":"pricing","to":"disclosure"},)"
      R"({"member":"product","from":"","to":"consumer_loan"},)"
      R"({"member":"rights","from":"","to":"information"}],"actor_id":203})");
  EXPECT_EQ(sealed_in(id, 2), R"({"reason":"实为费率披露不清"})");
  ASSERT_TRUE(reclassify(id, R"({"rights": ["respect"], "reason": "又改"})").has_value());
  EXPECT_EQ(found(id).rights.items, std::vector<std::string>{"respect"});
}

TEST_P(Classifying, IsRefusedWithoutATrace) {
  const auto id = registered().id;
  const auto over = registered().id;
  ASSERT_TRUE(close(over).has_value());
  const auto before = world();
  EXPECT_EQ(refusal(reclassify(id, R"({"cause": "pricing", "reason": "同"})")),
            "classification.unchanged");
  EXPECT_EQ(refusal(reclassify(id, R"({"reason": "空"})")), "classification.unchanged");
  EXPECT_EQ(refusal(reclassify(id, R"({"cause": "懒", "reason": "错"})")),
            "taxonomy.unknown cause");
  EXPECT_EQ(refusal(reclassify(id, R"({"cause": "张三 13812345678", "reason": "错"})")),
            "field.personal cause");
  EXPECT_EQ(refusal(reclassify(over, R"({"cause": "service", "reason": "晚"})")),
            "complaint.wrong_state");
  EXPECT_EQ(refusal(reclassify({999999}, R"({"cause": "service", "reason": "无"})")),
            "complaint.missing");
  EXPECT_EQ(refusal(read_input<Reclassification>(R"({"cause": "service"})")),
            "field.required reason");
  EXPECT_EQ(world(), before);
}

TEST_P(Classifying, CuresWhatAnImportDidNotKnow) {
  const auto imported = input<ImportedComplaint>(R"({"intake_channel": "Web", "cause": "服务态度",
    "source": "CFPB", "summary": "s", "received_at": "2026-01-01T00:00:00Z"})");
  const auto id = *bank_.write(bank_.li_na, monday, [&](Work& work) -> Result<Id<Complaint>> {
    return import_complaint(work, imported);
  });
  const auto view = found(id);
  EXPECT_EQ(view.cause->str(), "attitude") << "a known name becomes its code";
  EXPECT_EQ(view.intake_channel.str(), "Web") << "nothing is lost";
  EXPECT_EQ(view.unknown_codes.items, (std::vector<std::string>{"source", "intake_channel"}));
  const auto unknown = [&] {
    return bank_
        .read(bank_.chen_yu,
              [](Work& work) {
                return list(work, {.filters = {{"unknown_code", {"intake_channel"}}}});
              })
        ->items.size();
  };
  EXPECT_EQ(unknown(), 1u);
  ASSERT_TRUE(reclassify(id, R"({"intake_channel": "web_portal", "reason": "对应"})").has_value());
  EXPECT_EQ(found(id).unknown_codes.items, std::vector<std::string>{"source"});
  EXPECT_EQ(unknown(), 0u);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Classifying, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
