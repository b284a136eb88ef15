#include "modules/complaints/opening/service.h"

#include "modules/complaints/complaints_fixture.h"

namespace xb::complaints {
namespace {

using test::monday;

class AnOpening : public Department {
 protected:
  Result<OpenedFields> open_as(const Actor& actor, Id<Complaint> id, std::string_view json) {
    const auto opening = input<Opening>(json);
    return bank_.write(actor, monday, [&](Work& work) { return open_fields(work, id, opening); });
  }
  // What opening this one field shows, as JSON without what is null.
  std::string opened(Id<Complaint> id, const std::string& field) {
    const auto fields =
        open_as(bank_.chen_yu, id, R"({"fields": [")" + field + R"("], "reason": "核对"})");
    EXPECT_TRUE(fields.has_value()) << refusal(fields);
    const auto json = parse_json(to_json(*fields)).value();
    std::string out;
    for (const auto& member : json.as_object())
      if (!member.value().is_null())
        out += std::string(member.key()) + "=" + std::string(member.value().as_string());
    return out;
  }
};

TEST_P(AnOpening, ShowsEachFieldThatWasAskedForAndNoOther) {
  const auto id = registered().id;
  EXPECT_EQ(opened(id, "name"), "name=欧阳明月");
  EXPECT_EQ(opened(id, "phone"), "phone=138-1234-5678");
  EXPECT_EQ(opened(id, "identity_number"), "identity_number=11010519491231002X");
  EXPECT_EQ(opened(id, "card_number"), "card_number=6222 0212 3456 7890 123");
  EXPECT_EQ(opened(id, "email"), "email=Mingyue@example.com");
  EXPECT_EQ(opened(id, "address"), "address=江澜市文昌路18号");
  EXPECT_EQ(opened(id, "summary"), "summary=贷款利率与宣传不符");
  EXPECT_EQ(opened(id, "description"),
            "description=客户经理口头承诺另一利率，可致电13987654321核实");
  EXPECT_EQ(opened(id, "claim"), "claim=退还利息");
  EXPECT_EQ(opened(id, "source_record"), "") << "which this one does not have";
}

TEST_P(AnOpening, LeavesAnEntryWithFieldsAndReasonAndChangesNothingElse) {
  const auto id = registered().id;
  const auto before = to_json(found(id));
  ASSERT_TRUE(open_as(bank_.chen_yu, id, R"({"fields": ["phone", "name"], "reason": "回访客户"})")
                  .has_value());
  EXPECT_EQ(kinds_of(id), (std::vector<std::string>{"complaint.registered", "complaint.opened"}));
  const auto entry = entries_of(id.number)[1];
  EXPECT_EQ(entry.facts.text, R"({"fields":["phone","name"],"actor_id":203})");
  EXPECT_EQ(sealed_in(id, 2), R"({"reason":"回访客户"})");
  EXPECT_EQ(entry.actor_id, bank_.chen_yu.person);
  EXPECT_EQ(to_json(found(id)), before);
  const auto all = world();
  for (const char* text : planted) EXPECT_FALSE(test::holds(all, text)) << text;
}

TEST_P(AnOpening, KeepsWhoIsNamedInItsReasonOutOfWhatIsStoredAndShown) {
  const auto id = registered(least_complaint).id;
  ASSERT_TRUE(open_as(bank_.chen_yu, id,
                      R"({"fields": ["name"], "reason":
                          "欧阳明月 13812345678 来电, 11010519491231002X, 回访"})")
                  .has_value());
  const auto stored = world();
  const auto shown = bank_.read(bank_.chen_yu, [&](Work& work) { return timeline(work, id); });
  for (const char* text : {"欧阳明月", "13812345678", "11010519491231002X", "回访"}) {
    EXPECT_FALSE(test::holds(stored, text)) << text;
    EXPECT_EQ(to_json(*shown).find(text), std::string::npos) << text;
    EXPECT_NE(sealed_in(id, 2).find(text), std::string::npos) << text;
  }
}

TEST_P(AnOpening, OfTheSameFieldTwiceLeavesTwoEntries) {
  const auto id = registered().id;
  opened(id, "name");
  opened(id, "name");
  EXPECT_EQ(kinds_of(id).size(), 3u);
}

TEST_P(AnOpening, OfAClosedComplaintIsAllowed) {
  const auto id = registered().id;
  ASSERT_TRUE(close(id).has_value());
  EXPECT_EQ(opened(id, "name"), "name=欧阳明月");
}

TEST_P(AnOpening, IsRefusedWithoutFieldOrOutOfScope) {
  const auto id = registered().id;
  const auto before = world();
  EXPECT_EQ(refusal(open_as(bank_.chen_yu, id, R"({"fields": [], "reason": "核对"})")),
            "opening.no_field fields");
  const char* of_name = R"({"fields": ["name"], "reason": "核对"})";
  EXPECT_EQ(refusal(open_as(bank_.zhou_jun, id, of_name)), "complaint.missing");
  EXPECT_EQ(refusal(open_as(bank_.chen_yu, {id.number + 1'000'000}, of_name)), "complaint.missing");
  EXPECT_EQ(world(), before);
}

TEST(AnOpeningsInput, WantsAReasonAndFieldsThatThereAre) {
  EXPECT_EQ(refusal(read_input<Opening>(R"({"fields": ["name"]})")), "field.required reason");
  EXPECT_EQ(refusal(read_input<Opening>(R"({"fields": ["name"], "reason": ""})")),
            "field.empty reason");
  EXPECT_EQ(refusal(read_input<Opening>(R"({"fields": ["name"], "reason": " \n　"})")),
            "field.empty reason");
  EXPECT_EQ(refusal(read_input<Opening>(R"({"reason": "核对"})")), "field.required fields");
  EXPECT_EQ(refusal(read_input<Opening>(R"({"fields": ["number"], "reason": "核对"})")),
            "field.choice fields.0");
  EXPECT_EQ(refusal(read_input<Opening>(R"({"fields": ["name"], "reason": ")" +
                                        std::string(501, 'x') + R"("})")),
            "field.too_long reason");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnOpening, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
