#include "modules/complaints/contacts/service.h"

#include "modules/complaints/clocks/service.h"
#include "modules/complaints/working/working_fixture.h"

namespace xb::complaints {
namespace {

constexpr const char* reached =
    R"({"direction":"outgoing","means":"phone","outcome":"reached","said":"已核对诉求",)"
    R"("identity_check":"name_and_document","recording":"CC20260303-08831")";
constexpr const char* missed = R"({"direction":"outgoing","means":"phone","outcome":"missed")";

class AContact : public Working {
 protected:
  AContact() { bank_says(silence_rule); }
  Result<ComplaintState> contact(Id<Complaint> id, std::string json, Instant now = tuesday) {
    return act(lin_fang_, &record_contact, id, json + "}", now);
  }
  Contacts log(Id<Complaint> id) { return *ask(lin_fang_, &contacts_of, id); }
  std::vector<clocks::ClockDetail> clocks_of_span(Id<Complaint> id, std::string_view span) {
    std::vector<clocks::ClockDetail> out;
    const auto details = ask(bank_.chen_yu, &find_clocks, id);
    for (const auto& one : details->items)
      if (one.span == span) out.push_back(one);
    return out;
  }
};

TEST_P(AContact, IsKeptWithWhatWasSaidAndSaysWhenTheNextIs) {
  const auto id = handled();
  const auto state = contact(id, std::string{reached} + R"(,"next_contact_on":"2026-03-06")");
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::handling) << "the state stays";
  const Contacts contacts = log(id);
  ASSERT_EQ(contacts.items.size(), 1u);
  EXPECT_EQ(contacts.items[0].said->reveal(), "已核对诉求");
  EXPECT_EQ(contacts.items[0].begun_at, tuesday);
  EXPECT_EQ(contacts.items[0].recorded_by, Id<Person>{211});
  EXPECT_EQ(found(id).next_contact_on, parse_date("2026-03-06"));
  EXPECT_EQ(kinds_of(id).back(), "complaint.contacted");
  EXPECT_NE(sealed_in(id, 5).find("已核对诉求"), std::string::npos);
  EXPECT_EQ(entries_of(id.number).back().facts.text.find("已核对诉求"), std::string::npos);
}

TEST_P(AContact, CountsAttemptsUntilSomebodyIsReached) {
  const auto id = handled();
  for (const int hours : {1, 2, 3})
    expect(contact(id, missed, tuesday + std::chrono::hours{hours}));
  EXPECT_EQ(log(id).missed, 3);
  expect(contact(id, R"({"direction":"outgoing","means":"sms","outcome":"sent")",
                 tuesday + std::chrono::hours{4}));
  EXPECT_EQ(log(id).missed, 3) << "a message reaches nobody";
  expect(contact(id, reached, tuesday + std::chrono::hours{5}));
  EXPECT_EQ(log(id).missed, 0);
  EXPECT_EQ(log(id).items.size(), 5u);
}

TEST_P(AContact, WithoutADateIsFollowedAfterTheDaysOfTheRule) {
  const auto id = handled();
  EXPECT_TRUE(clocks_of_span(id, "next_contact").empty());
  expect(contact(id, missed));
  EXPECT_TRUE(clocks_of_span(id, "next_contact").empty()) << "nobody was reached";
  expect(contact(id, reached));
  EXPECT_EQ(found(id).next_contact_on, parse_date("2026-03-13"));
  auto clocks = clocks_of_span(id, "next_contact");
  ASSERT_EQ(clocks.size(), 1u);
  EXPECT_EQ(clocks[0].due_on, parse_date("2026-03-13"));
  EXPECT_EQ(found(id).due_at, clocks[0].due_at) << "the next thing that is due";
  expect(contact(id, std::string{reached} + R"(,"next_contact_on":"2026-03-05")",
                 tuesday + std::chrono::hours{1}));
  clocks = clocks_of_span(id, "next_contact");
  ASSERT_EQ(clocks.size(), 1u) << "the same clock, begun anew";
  EXPECT_EQ(clocks[0].due_on, parse_date("2026-03-05")) << "as told to the complainant";
}

TEST_P(AContact, SaysWhenTheNextIsWhereNoRuleDoes) {
  limits_.reset();
  const auto id = handled();
  EXPECT_EQ(refusal(contact(id, reached)), "contact.next_missing next_contact_on");
  expect(contact(id, missed));
  expect(contact(id, std::string{reached} + R"(,"next_contact_on":"2026-03-06")"));
  EXPECT_EQ(found(id).next_contact_on, parse_date("2026-03-06"));
  EXPECT_TRUE(clocks_of_span(id, "next_contact").empty()) << "no limit, no warning";
}

TEST_P(AContact, ThatIsLateWarnsAndIsFollowedByAClockOfItsOwn) {
  const auto id = handled();
  expect(contact(id, std::string{reached} + R"(,"next_contact_on":"2026-03-04")"));
  const Instant late = at("2026-03-05T09:00:00+08:00");
  const auto swept = bank_.write(bank_.chen_yu, late, [&](Work& work) -> Result<std::size_t> {
    work.limits = limits_.get();
    return clocks::send_notices(work, {clock_source()});
  });
  EXPECT_EQ(*swept, 1u);
  const auto notices = ask(bank_.chen_yu, &clocks::list_notices, Query{});
  ASSERT_EQ(notices->items.size(), 1u);
  EXPECT_EQ(notices->items[0].span, "next_contact");
  EXPECT_EQ(notices->items[0].kind, workflow::NoticeKind::overdue);
  expect(contact(id, reached, late));
  const auto clocks = clocks_of_span(id, "next_contact");
  ASSERT_EQ(clocks.size(), 2u);
  EXPECT_EQ(found(id).next_contact_on, parse_date("2026-03-15"));
}

TEST_P(AContact, StopsTheClockOfTheFirstContactWhenItWasMade) {
  bank_says(std::string{silence_rule} + R"([[rule]]
rule = "first_contact"
subject = "complaint"
span = "first_contact"
zh = "首次联系"
en = "first contact with the complainant"
length = 24
measure = "hours"
from = "accepted"
kind = "internal"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
ladder = "urgent"
)");
  const auto id = handled();
  ASSERT_EQ(clocks_of_span(id, "first_contact").size(), 1u);
  expect(contact(id, missed, test::monday + std::chrono::hours{1}));
  EXPECT_FALSE(clocks_of_span(id, "first_contact")[0].stopped_at) << "an attempt is none";
  expect(contact(id, std::string{reached} + R"(,"begun_at":"2026-03-02T12:00:00+08:00")"));
  EXPECT_EQ(clocks_of_span(id, "first_contact")[0].stopped_at, at("2026-03-02T12:00:00+08:00"));
}

TEST_P(AContact, IsRefusedWhereSomethingIsWrong) {
  const auto id = handled();
  const auto before = world();
  const auto refused = [&](const std::string& json) { return refusal(contact(id, json)); };
  const std::string start{reached};
  EXPECT_EQ(refused(R"({"direction":"outgoing","means":"phone","outcome":"reached")"),
            "contact.said_missing said");
  EXPECT_EQ(refused(R"({"direction":"incoming","means":"phone","outcome":"missed")"),
            "contact.incoming outcome");
  EXPECT_EQ(refused(start + R"(,"begun_at":"2026-03-03T09:00:01+08:00")"),
            "field.in_future begun_at");
  EXPECT_EQ(refused(start + R"(,"begun_at":"2026-02-03T09:00:00+08:00")"),
            "field.too_early begun_at");
  EXPECT_EQ(refused(start + R"(,"ended_at":"2026-03-03T08:00:00+08:00")"),
            "contact.ended_early ended_at");
  EXPECT_EQ(refused(start + R"(,"next_contact_on":"2026-03-02")"),
            "field.too_early next_contact_on");
  EXPECT_EQ(refused(std::string{missed} + R"(,"recording":"13812345678")"),
            "field.personal recording");
  EXPECT_EQ(refusal(act(bank_.zhou_jun, &record_contact, id, start + "}")), "complaint.missing");
  EXPECT_EQ(world(), before);
  expect(withdraw(id, R"({"proof":"signed_paper"})", tuesday));
  EXPECT_EQ(refused(start), "complaint.wrong_state");
  EXPECT_FALSE(found(id).next_contact_on.has_value());
}

TEST_P(AContact, ThatIsDueIsFoundInTheList) {
  const auto id = handled();
  handled(least_complaint);
  expect(contact(id, std::string{reached} + R"(,"next_contact_on":"2026-03-04")"));
  const auto listed = [&](const char* before) {
    return ask(bank_.chen_yu, &list, Query{.filters = {{"next_contact_before", {before}}}})
        ->items.size();
  };
  EXPECT_EQ(listed("2026-03-04"), 0u);
  EXPECT_EQ(listed("2026-03-05"), 1u);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AContact, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
