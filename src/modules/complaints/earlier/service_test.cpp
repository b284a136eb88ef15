#include "modules/complaints/earlier/service.h"

#include "modules/complaints/complaints_fixture.h"
#include "test/support/people.h"

namespace xb::complaints {
namespace {

using test::monday;

class Earlier : public Department {
 protected:
  static std::string of(const char* phone, const char* business, const std::string& more = {}) {
    return std::string{R"({"intake_channel": "hotline", "summary": "年费", "business": ")"} +
           business + R"(", "complainant": {"name": "李四", "phone": ")" + phone + "\"}" + more +
           "}";
  }
  Result<EarlierMatters> ask(const Actor& actor, const char* json) {
    return bank_.write(actor, monday,
                       [&](Work& work) { return find_earlier(work, input<EarlierSearch>(json)); });
  }
};

TEST_P(Earlier, MattersOfTheSamePersonAreShownWhenOneRegisters) {
  const auto first = registered(of("13812345678", "credit_card_fees"));
  EXPECT_TRUE(first.earlier.empty());
  EXPECT_FALSE(first.is_repeat);
  registered(of("13999999999", "credit_card_fees"));
  const auto second = registered(of("138-1234-5678", "loan"));
  ASSERT_EQ(second.earlier.size(), 1u);
  EXPECT_EQ(second.earlier[0].number, first.number);
  EXPECT_FALSE(second.is_repeat) << "another matter";
  const auto again =
      bank_.read(bank_.li_na, [&](Work& work) { return find_registration(work, second.id); });
  EXPECT_EQ(to_json(again->earlier), to_json(second.earlier));
}

TEST_P(Earlier, AComplaintOnTheSameMatterIsARepeat) {
  const auto first = registered(of("13812345678", "credit_card_fees"));
  const auto second = registered(of("13812345678", "debit_card"));
  EXPECT_TRUE(second.is_repeat) << "both are of bank cards";
  EXPECT_EQ(second.repeats_number, first.number);
  EXPECT_EQ(found(second.id).repeats_number, first.number);
  const auto listed = [&](const char* is_repeat) {
    return bank_
        .read(bank_.chen_yu,
              [&](Work& work) {
                return list(work, {.filters = {{"is_repeat", {is_repeat}}}});
              })
        ->items;
  };
  ASSERT_EQ(listed("true").size(), 1u);
  EXPECT_EQ(listed("true")[0].id, second.id);
  EXPECT_EQ(listed("false").size(), 1u);
}

TEST_P(Earlier, TheCaseRepeatedMayBeTold) {
  const auto first = registered(of("13812345678", "loan"));
  const auto told = of("13700000000", "savings", R"(, "repeats_number": ")" + first.number + "\"");
  EXPECT_EQ(registered(told).repeats_number, first.number);
  EXPECT_EQ(refusal(register_as(bank_.zhou_jun, told)), "complaint.repeat_unknown repeats_number")
      << "what one may not see cannot be named";
}

TEST_P(Earlier, NothingIsShownOutOfScope) {
  const auto first = registered(of("13812345678", "loan"));
  const auto other = register_as(bank_.zhou_jun, of("13812345678", "loan"));
  EXPECT_TRUE(other->earlier.empty());
  EXPECT_TRUE(other->is_repeat) << "for the bank it is one";
  EXPECT_FALSE(other->repeats_number.has_value());
  EXPECT_FALSE(found(other->id, bank_.zhou_jun)->repeats_number.has_value());
  EXPECT_EQ(found(other->id).repeats_number, first.number);
}

TEST_P(Earlier, NothingIsShownOfWhatIsKeptFromTheViewer) {
  const auto hired = bank_.write(Actor::system(), monday, [](Work& work) -> Result<void> {
    test::hire(work, {{211}, "accused", "teller", "210001"});
    return {};
  });
  ASSERT_TRUE(hired.has_value());
  const auto kept = bank_.write(bank_.chen_yu, monday, [&](Work& work) {
    work.actor.place = bank_.li_na.place;
    return register_complaint(
        work, input<NewComplaint>(of("13812345678", "loan", R"(, "accused_id": 211)")));
  });
  ASSERT_TRUE(kept.has_value()) << refusal(kept);
  const auto second = registered(of("13812345678", "loan"));
  EXPECT_TRUE(second.earlier.empty()) << "she works with the accused";
  EXPECT_FALSE(second.is_repeat);
  EXPECT_TRUE(ask(bank_.li_na, R"({"phone": "13812345678"})")->items.size() == 1);
  EXPECT_EQ(ask(bank_.chen_yu, R"({"phone": "13812345678"})")->items.size(), 2u);
}

TEST_P(Earlier, IsAskedBeforeRegisteringAndLeavesAnEntryWithoutTheIdentifier) {
  const auto first = registered(of("13812345678", "loan"));
  EXPECT_EQ(refusal(ask(bank_.li_na, "{}")), "search.no_term");
  const auto hits = ask(bank_.li_na, R"({"phone": "13812345678", "email": "nobody@example.com"})");
  ASSERT_EQ(hits->items.size(), 1u);
  EXPECT_EQ(hits->items[0].id, first.id);
  EXPECT_TRUE(test::holds(world(), R"("identifier":"phone,email","hits":1)") ||
              test::holds(world(), "phone,email"));
  EXPECT_FALSE(test::holds(world(), "13812345678"));
  const auto later = registered(of("13812345678", "loan"));
  const auto of_case =
      bank_.read(bank_.li_na, [&](Work& work) { return earlier_of(work, later.id); });
  EXPECT_EQ(of_case->items.size(), 1u);
  EXPECT_EQ(
      refusal(bank_.read(bank_.zhou_jun, [&](Work& work) { return earlier_of(work, later.id); })),
      "complaint.missing");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Earlier, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
