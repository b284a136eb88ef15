#include "modules/referrals/rules.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace xb::referrals {
namespace {

TEST(LifecycleOfReferrals, LeadsFromArrivalToTheBureausCallbackAndBackForRework) {
  State state = State::received;
  for (const Action action :
       {Action::sign_in, Action::contact, Action::take_up, Action::draft, Action::send_back,
        Action::draft, Action::draft, Action::approve, Action::fill_back, Action::rework,
        Action::take_up, Action::draft, Action::approve, Action::fill_back, Action::finish}) {
    const auto next = after(state, action);
    ASSERT_TRUE(next.has_value()) << name_of(state) << " " << name_of(action);
    state = *next;
  }
  EXPECT_EQ(state, State::done);
}

TEST(LifecycleOfReferrals, RefusesEveryStepThatIsNotInItsTable) {
  for_each_enumerator<State>([](std::string_view, State state) {
    for_each_enumerator<Action>([&](std::string_view, Action action) {
      const auto steps = lifecycle();
      const bool is_there = std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
        return step.from == state && step.action == action;
      });
      const auto next = after(state, action);
      EXPECT_EQ(next.has_value(), is_there) << name_of(state) << " " << name_of(action);
      if (!next) {
        EXPECT_EQ(next.error(), (Refusal{Reason::conflict, "referral.wrong_state", ""}));
      }
    });
  });
}

TEST(NamesOfReferrals, FitByWhatTheyShow) {
  struct Case {
    const char* masked;
    const char* name;
    std::optional<Ground> fits;
  };
  const Case cases[] = {
      {"张*", "张伟", Ground::name_fits},
      {"张**", "张小伟", Ground::name_fits},
      {"张*伟", "张小伟", Ground::name_fits},
      {"张*伟", "张小军", {}},
      {"张*", "张小伟", Ground::surname_fits},  // some bureaus show one star for any name
      {"张**", "张伟", {}},
      {"张某", "张小伟", Ground::surname_fits},
      {"张某某", "张小伟", Ground::name_fits},
      {"张先生", "张伟", Ground::surname_fits},
      {"张先生", "张小伟", Ground::surname_fits},
      {"王*", "张伟", {}},
      {"张伟", "张伟", Ground::name_fits},
      {"", "张伟", {}},
      {"*", "张伟", {}},
      {"**", "张伟", {}},
  };
  for (const Case& one : cases)
    EXPECT_EQ(compare_names(one.masked, one.name), one.fits) << one.masked << " " << one.name;
}

TEST(PhonesOfReferrals, FitByTheDigitsBothShow) {
  EXPECT_TRUE(phones_fit("5678", "13812345678"));
  EXPECT_TRUE(phones_fit("138****5678", "138-1234-5678"));
  EXPECT_TRUE(phones_fit("13812345678", "+86 13812345678"));
  EXPECT_FALSE(phones_fit("139****5678", "13812345678"));
  EXPECT_FALSE(phones_fit("5679", "13812345678"));
  EXPECT_FALSE(phones_fit("678", "13812345678"));
  EXPECT_FALSE(phones_fit("", "13812345678"));
  EXPECT_FALSE(phones_fit("138****567*", "13812345678"));
}

TEST(PhonesOfReferrals, AreTakenWithTheirLastFourDigits) {
  EXPECT_TRUE(PhonePart::check("5678").has_value());
  EXPECT_TRUE(PhonePart::check("138****5678").has_value());
  EXPECT_FALSE(PhonePart::check("138********").has_value());
  EXPECT_FALSE(PhonePart::check("678").has_value());
  EXPECT_EQ(PhonePart::mask("13812345678"), "138****5678");
}

TEST(MattersOfReferrals, AreTheSameByPairsOfCharacters) {
  const auto letter = pairs_of("银行卡年费在三月和四月各扣了一次，要求退还一次年费。");
  EXPECT_GE(shared_percent(letter, pairs_of("同一张银行卡的年费在三月和四月各扣了一次")), 70);
  EXPECT_LT(shared_percent(letter, pairs_of("贷款结清后抵押登记迟迟不办理注销手续，客户多次催促")),
            10);
  EXPECT_LT(shared_percent(letter, pairs_of("退钱")), 10) << "two words alike are no same matter";
  EXPECT_EQ(shared_percent({}, {}), 0);
}

Instant at(std::string_view text) { return *parse_instant(text); }

TEST(CandidatesOfReferrals, NeedTwoOfNamePhoneAndMatter) {
  const Likeness referral{"张*", "138****5678", "银行卡年费在三月和四月各扣了一次，要求退还",
                          at("2026-03-02T00:00:00Z")};
  const Likeness whole{"张伟", "13812345678", "年费在三月和四月各扣了一次",
                       at("2026-02-20T00:00:00Z")};
  const Score score = compare(referral, whole);
  EXPECT_TRUE(is_candidate(score));
  EXPECT_TRUE(score.has(Ground::phone_fits) && score.has(Ground::name_fits) &&
              score.has(Ground::same_matter) && score.has(Ground::near_in_time));
  Likeness other = whole;
  other.phone = "13900000000";
  EXPECT_TRUE(is_candidate(compare(referral, other))) << "name and matter";
  EXPECT_LT(compare(referral, other).points, score.points);
  other.text = "柜台排队两小时";
  EXPECT_FALSE(is_candidate(compare(referral, other))) << "a name alone is nobody's";
  other.phone = whole.phone;
  EXPECT_TRUE(is_candidate(compare(referral, other))) << "name and phone";
  other.received_at = at("2025-10-01T00:00:00Z");
  EXPECT_FALSE(compare(referral, other).has(Ground::near_in_time));
}

TEST(RowsOfReferrals, AreRefusedWhereTheyCannotBe) {
  const Instant now = at("2026-03-02T01:00:00Z");
  NewReferral input;
  input.number = BureauNumber::trusted("JL2026-1");
  input.received_at = at("2026-03-01T16:00:00Z");
  EXPECT_TRUE(check(input, now, Zone{}).has_value());
  input.due_on = *parse_date("2026-03-01");
  EXPECT_EQ(check(input, now, Zone{}).error().code, "referral.due_early");
  input.due_on = {};
  input.topic = Topic::trusted("客户13812345678");
  EXPECT_EQ(check(input, now, Zone{}).error().code, "field.personal");
  input.received_at = at("2026-03-03T00:00:00Z");
  EXPECT_EQ(check(input, now, Zone{}).error().code, "field.in_future");
}

}  // namespace
}  // namespace xb::referrals
