#include "modules/complaints/rules.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "modules/complaints/complaints_fixture.h"

namespace xb::complaints {
namespace {

using std::chrono::milliseconds;

// Actions that leave the state as it is, and where they may be taken.
std::map<Action, std::set<State>> staying_actions() {
  using enum State;
  const std::set<State> at_work{accepted, assigned, handling, proposed, decided, answered};
  const std::set<State> before_decision{registered, accepted, assigned, handling};
  const std::set<State> until_end{registered, accepted, assigned, handling,
                                  proposed,   decided,  answered};
  const std::set<State> after_all{decided, answered, closed};
  return {
      {Action::promise, at_work},
      {Action::fulfil,
       {accepted, assigned, handling, proposed, decided, answered, withdrawn, redirected, refused,
        joined}},
      {Action::find_responsibility, after_all},
      {Action::object, after_all},
      {Action::review_finding, after_all},
      {Action::name_cause, after_all},
      {Action::call_back, {answered, closed}},
      {Action::rate, {answered, closed}},
      {Action::check_sample, {closed}},
      {Action::check_classes, {closed}},
      {Action::archive, {closed, withdrawn, refused}},
      {Action::request_supplement, before_decision},
      {Action::supplement, until_end},
      {Action::contact, until_end},
      {Action::dispatch, {accepted, assigned, handling}},
      {Action::answer_task, at_work},
      {Action::hand_back_task, at_work},
      {Action::offer, {handling}},
      {Action::settle_offer, {assigned, handling, proposed}},
      {Action::chase, at_work},
      {Action::supervise, at_work},
      {Action::acknowledge, at_work},
      {Action::reply, at_work},
  };
}

// Rows are states, columns actions; what is not in the table is refused.
std::map<State, std::map<Action, State>> moving_actions() {
  using enum State;
  return {
      {registered,
       {{Action::accept, accepted},
        {Action::redirect, redirected},
        {Action::refuse, refused},
        {Action::close, closed},
        {Action::withdraw, withdrawn},
        {Action::join, joined}}},
      {accepted,
       {{Action::redirect, redirected},
        {Action::refuse, refused},
        {Action::raise, assigned},
        {Action::assign, assigned},
        {Action::close, closed},
        {Action::withdraw, withdrawn},
        {Action::join, joined}}},
      {assigned,
       {{Action::assign, assigned},
        {Action::raise, assigned},
        {Action::take_over, handling},
        {Action::withdraw, withdrawn},
        {Action::join, joined}}},
      {handling,
       {{Action::assign, assigned},
        {Action::raise, assigned},
        {Action::propose, proposed},
        {Action::withdraw, withdrawn},
        {Action::join, joined}}},
      {proposed,
       {{Action::hand_back, handling}, {Action::decide, decided}, {Action::withdraw, withdrawn}}},
      {decided, {{Action::answer, answered}, {Action::withdraw, withdrawn}}},
      {answered,
       {{Action::answer, answered}, {Action::close, closed}, {Action::withdraw, withdrawn}}},
      {closed, {}},
      {withdrawn, {}},
      {redirected, {}},
      {refused, {}},
      {joined, {}},
  };
}

TEST(TheLifecycle, SplitsOffIntoTheStateBeforeOnly) {
  using enum State;
  const std::set<State> possible{registered, accepted, assigned, handling};
  for_each_enumerator<State>([&](std::string_view name, State before) {
    EXPECT_EQ(split_into(joined, before).has_value(), possible.contains(before)) << name;
    EXPECT_FALSE(split_into(before == joined ? closed : before, registered).has_value()) << name;
  });
  EXPECT_TRUE(is_over(joined)) << "until somebody finds the mistake";
}

TEST(TheLifecycle, SaysWhatMayHappenInEachState) {
  const auto expected = moving_actions();
  const auto staying = staying_actions();
  for_each_enumerator<State>([&](std::string_view from_name, State from) {
    const auto& steps = expected.at(from);
    EXPECT_EQ(is_over(from), steps.empty()) << from_name;
    for_each_enumerator<Action>([&](std::string_view action_name, Action action) {
      const auto reached = after(from, action);
      const auto wanted = steps.find(action);
      const auto stays = staying.find(action);
      if (stays != staying.end()) {
        ASSERT_EQ(reached.has_value(), stays->second.contains(from)) << from_name << action_name;
        if (reached) EXPECT_EQ(*reached, from) << from_name << ' ' << action_name;
        return;
      }
      ASSERT_EQ(reached.has_value(), wanted != steps.end()) << from_name << ' ' << action_name;
      if (reached) {
        EXPECT_EQ(*reached, wanted->second) << from_name << ' ' << action_name;
      } else {
        EXPECT_EQ(reached.error(), (Refusal{Reason::conflict, "complaint.wrong_state", ""}));
      }
    });
  });
}

TEST(TheLifecycle, TakesOnePermissionForAnAction) {
  for_each_enumerator<Action>([](std::string_view name, Action action) {
    const std::string_view permission = permission_of(action).name();
    EXPECT_TRUE(permission.starts_with("complaint.") || permission == "approval.decide") << name;
    for (const Step& step : lifecycle())
      if (step.action == action) {
        EXPECT_EQ(step.permission, permission_of(action)) << name;
      }
  });
}

TEST(AClassification, HoldsNoIdentifierOfAPerson) {
  for (const char* text :
       {"", "定价收费", "网点-柜面 3 号", "2026-03-02", "客服 95588", "ACME (US) 10"})
    EXPECT_EQ(refusal(check_code("cause", text)), "none") << text;
  for (const char* text : {"张三 13812345678", "身份证 11010519491231002X", "6222021234567890128",
                           "mingyue@example.com", "+86 138-1234-5678"})
    EXPECT_EQ(refusal(check_code("cause", text)), "field.personal cause") << text;
}

TEST(AnEnd, FitsItsStateAndComesAfterTheReceipt) {
  const Instant now = *parse_instant("2026-11-02T09:00:00+08:00");
  const struct {
    State state;
    const char* received_at;
    const char* closed_at;
    const char* refused;
  } cases[] = {
      {State::registered, "2026-11-01T10:00:00+08:00", "", "none"},
      {State::closed, "2026-11-01T10:00:00+08:00", "", "none"},
      {State::registered, "2026-11-01T10:00:00+08:00", "2026-11-01T11:00:00+08:00",
       "complaint.not_closed closed_at"},
      {State::closed, "2026-11-01T10:00:00+08:00", "2026-11-01T10:00:00+08:00", "none"},
      {State::closed, "2026-11-01T10:00:00+08:00", "2026-11-01T09:59:59+08:00",
       "complaint.closed_early closed_at"},
      // The day of the receipt, and the day before it.
      {State::closed, "2026-11-01T10:00:00+08:00", "2026-11-01T00:00:00+08:00", "none"},
      {State::withdrawn, "2026-11-01T23:59:59+08:00", "2026-11-01T00:00:00+08:00", "none"},
      {State::closed, "2026-11-01T10:00:00+08:00", "2026-10-31T00:00:00+08:00",
       "complaint.closed_early closed_at"},
      // The start of a day at Greenwich is no day of the bank.
      {State::closed, "2026-11-01T10:00:00+08:00", "2026-11-01T00:00:00Z",
       "complaint.closed_early closed_at"},
      {State::closed, "2026-11-01T10:00:00+08:00", "2026-11-02T09:00:00.001+08:00",
       "field.in_future closed_at"},
  };
  for (const auto& [state, received_at, closed_at, refused] : cases)
    EXPECT_EQ(refusal(check_end({state, *parse_instant(received_at), parse_instant(closed_at)}, now,
                                Zone{})),
              refused)
        << name_of(state) << ' ' << received_at << ' ' << closed_at;
}

TEST(AComplainant, IsKnownByAnyOneThing) {
  for (const char* json :
       {R"({"name": "李四"})", R"({"phone": "13812345678"})",
        R"({"identity_number": "11010519491231002X"})", R"({"card_number": "62220212345"})",
        R"({"email": "a@example.com"})", R"({"address": "江澜市"})"})
    EXPECT_EQ(refusal(check(input<NewComplainant>(json))), "none") << json;
  EXPECT_EQ(refusal(check(input<NewComplainant>("{}"))),
            "complaint.complainant_unknown complainant");
  EXPECT_EQ(refusal(check(input<NewComplainant>(R"({"name": null})"))),
            "complaint.complainant_unknown complainant");
}

TEST(AComplaint, IsReceivedBetweenTheYear2000AndNow) {
  const Instant now = test::monday;
  const Instant earliest = *parse_instant("2000-01-01T00:00:00Z");
  EXPECT_EQ(refusal(check_received_at(now, now)), "none");
  EXPECT_EQ(refusal(check_received_at(now + milliseconds{1}, now)), "field.in_future received_at");
  EXPECT_EQ(refusal(check_received_at(earliest, now)), "none");
  EXPECT_EQ(refusal(check_received_at(earliest - milliseconds{1}, now)),
            "field.too_early received_at");
}

Date day(std::string_view text) { return parse_date(text).value(); }

TEST(ANumber, IsTheDayASerialAndACheckDigit) {
  EXPECT_EQ(number_of(day("2026-03-02"), 0).substr(0, 15), "202603020000000");
  EXPECT_EQ(number_of(day("2026-03-02"), 4711).substr(0, 15), "202603020004711");
  EXPECT_EQ(number_of(day("2026-12-31"), serials - 1).substr(0, 15), "202612319999999");
  for (const std::int64_t serial : {0, 1, 4711, 9'999'999}) {
    const std::string number = number_of(day("2026-03-02"), serial);
    EXPECT_EQ(number.size(), 16u);
    EXPECT_TRUE(has_check_digit(number)) << number;
  }
}

// Worked out by hand after ISO/IEC 7064 MOD 11,10; the first is the standard's own example.
TEST(ANumber, HasTheCheckDigitOfTheStandard) {
  const auto check_digit_by_hand = [](std::string_view digits) {
    int product = 10;
    for (const char c : digits) {
      const int sum = (c - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    for (int check = 0; check < 10; ++check)
      if ((product + check) % 10 == 1) return static_cast<char>('0' + check);
    return '?';
  };
  ASSERT_EQ(check_digit_by_hand("0794"), '5');
  for (std::int64_t serial = 0; serial < 1000; ++serial) {
    const std::string number = number_of(day("2026-03-02"), serial * 9973);
    EXPECT_EQ(number.back(), check_digit_by_hand(number.substr(0, 15))) << number;
  }
}

TEST(ANumber, WithOneWrongDigitIsNoticed) {
  for (const std::int64_t serial : {0, 1, 4711, 1'234'567, 9'999'999}) {
    const std::string right = number_of(day("2026-03-02"), serial);
    for (std::size_t i = 0; i < right.size(); ++i)
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string wrong = right;
        wrong[i] = digit;
        EXPECT_EQ(has_check_digit(wrong), digit == right[i]) << wrong;
      }
  }
}

// MOD 11,10 misses a neighbouring pair only where both orders come to the same sum.
TEST(ANumber, WithTwoNeighboursExchangedIsNoticedNearlyAlways) {
  int exchanged = 0;
  int missed = 0;
  for (std::int64_t serial = 0; serial < serials; serial += 4999) {
    const std::string right = number_of(day("2026-03-02"), serial);
    for (std::size_t i = 0; i + 1 < right.size(); ++i) {
      std::string wrong = right;
      std::swap(wrong[i], wrong[i + 1]);
      if (wrong == right) continue;
      ++exchanged;
      if (has_check_digit(wrong)) ++missed;
    }
  }
  EXPECT_GT(exchanged, 10'000);
  EXPECT_LT(missed * 40, exchanged) << missed << " of " << exchanged;
}

TEST(ANumber, OfAnotherShapeIsNone) {
  const std::string right = number_of(day("2026-03-02"), 4711);
  EXPECT_FALSE(has_check_digit(""));
  EXPECT_FALSE(has_check_digit("1"));
  EXPECT_FALSE(has_check_digit(right.substr(1)));
  EXPECT_FALSE(has_check_digit(right + "0"));
  EXPECT_FALSE(has_check_digit(" " + right.substr(1)));
  EXPECT_FALSE(has_check_digit("２" + right.substr(3)));
}

}  // namespace
}  // namespace xb::complaints
