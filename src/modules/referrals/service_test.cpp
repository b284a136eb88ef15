#include "modules/referrals/service.h"

#include "modules/referrals/referrals_fixture.h"
#include "platform/clocks/notices.h"
#include "platform/clocks/replay.h"

namespace xb::referrals {
namespace {

class StoryOfReferrals : public Referrals {
 protected:
  Id<Referral> received() {
    bring_in(nfra_list({{"JL2026-1187", "王**", "138****5678", "银行卡年费在三月扣了两次"}}),
             "nfra_12378");
    return all().at(0).id;
  }
  Id<Referral> working() {
    const auto id = received();
    signed_in({id});
    EXPECT_EQ(refusal(act(add_contact, id, R"({"is_reached": true, "means": "phone"})")), "none");
    EXPECT_EQ(refusal(act(take_up, id, "{}")), "none");
    return id;
  }

  // It comes back, is done again and ends.
  void expect_rework(Id<Referral> id) {
    now_ = now_ + std::chrono::days{2};
    EXPECT_EQ(refusal(act(rework, id, R"({"reason": "补充", "due_on": "2026-03-01"})")),
              "referral.due_early due_on");
    ASSERT_TRUE(act(rework, id, R"({"reason": "补充说明", "due_on": "2026-03-20"})").has_value());
    EXPECT_EQ(found(id).state, State::returned);
    EXPECT_EQ(found(id).due_at, Zone{}.start(*parse_date("2026-03-21")));
    EXPECT_EQ(format(*found(id).inner_on), "2026-03-15");
    ASSERT_TRUE(act(take_up, id, "{}").has_value());
    ASSERT_TRUE(act(draft, id, account_json).has_value());
    EXPECT_FALSE(found(id).approved_at.has_value()) << "a new account is a new approval";
    ASSERT_TRUE(act(approve, id, "{}", second_).has_value());
    ASSERT_TRUE(act(fill_back, id, R"({"proof": "截图2"})").has_value());
    ASSERT_TRUE(act(finish, id, R"({"result": "basically_satisfied"})").has_value());
    EXPECT_EQ(found(id).state, State::done);
    EXPECT_EQ(found(id).callback, CallbackResult::basically_satisfied);
    EXPECT_EQ(found(id).returns, 1);
  }
  // Each step has left its entry, and the log alone tells the clocks.
  void expect_trail(Id<Referral> id) {
    EXPECT_EQ(
        kinds_of(id),
        (std::vector<std::string>{
            "referral.received", "referral.signed_in", "referral.contacted", "referral.contacted",
            "referral.taken_up", "referral.account_drafted", "referral.account_sent_back",
            "referral.account_drafted", "referral.account_approved", "referral.filled_back",
            "referral.returned", "referral.taken_up", "referral.account_drafted",
            "referral.account_approved", "referral.filled_back", "referral.finished"}));
    bank_.place();
    bank_.read(bank_.chen_yu, [&](Work& work) {
      EXPECT_TRUE(clocks::compare_clocks(work, {clock_source()}, 0, 1000).differences.empty());
      EXPECT_TRUE(clocks::compare_entries(work, 0, 1000).differences.empty());
      return true;
    });
  }
};

TEST_P(StoryOfReferrals, ArriveOnceWithTheirLimits) {
  const auto id = received();
  const ReferralView view = found(id);
  EXPECT_EQ(view.state, State::received);
  EXPECT_EQ(format(*view.due_on), "2026-03-16");
  EXPECT_EQ(format(*view.inner_on), "2026-03-11");
  ASSERT_EQ(view.clocks.size(), 2u) << "the sign-in has no figure until the bank sets one";
  EXPECT_EQ(view.clocks[0].span, contact_span);
  EXPECT_EQ(view.clocks[0].due_at, *parse_instant("2026-03-02T15:20:00+08:00"));
  EXPECT_EQ(view.clocks[1].span, answer_span);
  EXPECT_EQ(format(view.clocks[1].due_on), "2026-03-16");
  const auto again =
      bring_in(nfra_list({{"JL2026-1187", "王**", "", "银行卡年费"}, {"", "李*", "", "无编号"}}),
               "nfra_12378");
  EXPECT_EQ(again.created, 0);
  EXPECT_EQ(again.known, 1);
  ASSERT_EQ(again.errors.size(), 1u);
  EXPECT_EQ(again.errors[0].code.str(), "import.source_id_missing");
}

TEST_P(StoryOfReferrals, GoFromSignInToTheBureausCallback) {
  const auto id = received();
  EXPECT_EQ(refusal(act(add_contact, id, R"({"is_reached": true, "means": "phone"})")),
            "referral.wrong_state");
  const auto outcome = signed_in({id, {999999}, id});
  ASSERT_EQ(outcome.items.size(), 3u);
  EXPECT_EQ(outcome.items[0].state, State::signed_in);
  EXPECT_EQ(outcome.items[1].code, "referral.missing");
  EXPECT_EQ(outcome.items[2].code, "referral.wrong_state");

  now_ = now_ + std::chrono::hours{1};
  ASSERT_TRUE(act(add_contact, id, R"({"is_reached": false, "means": "phone"})").has_value());
  EXPECT_EQ(found(id).state, State::signed_in) << "nobody was reached";
  ASSERT_TRUE(act(add_contact, id, R"({"is_reached": true, "means": "phone"})").has_value());
  EXPECT_EQ(found(id).state, State::contacted);
  EXPECT_EQ(found(id).attempts, 2);
  EXPECT_EQ(found(id).contacted_at, now_);
  EXPECT_TRUE(found(id).clocks[0].stopped_at.has_value());
  ASSERT_TRUE(act(take_up, id, "{}").has_value());
  EXPECT_EQ(refusal(act(fill_back, id, R"({"proof": "截图1"})")), "referral.wrong_state");
  ASSERT_TRUE(act(draft, id, account_json).has_value());
  EXPECT_EQ(refusal(act(approve, id, "{}")), "referral.second_person");
  Actor substitute = second_;
  substitute.on_behalf_of = bank_.chen_yu.person;
  EXPECT_EQ(refusal(act(approve, id, "{}", substitute)), "referral.second_person");
  ASSERT_TRUE(act(send_back, id, R"({"reason": "缺少录音编号"})", second_).has_value());
  ASSERT_TRUE(act(draft, id, account_json).has_value());
  ASSERT_TRUE(act(approve, id, "{}", second_).has_value());
  EXPECT_EQ(found(id).approved_by_id, second_.person);
  EXPECT_EQ(refusal(act(fill_back, id, R"({"at": "2026-03-02T09:00:00+08:00", "proof": "截图1"})")),
            "referral.out_of_order at");
  ASSERT_TRUE(act(fill_back, id, R"({"proof": "截图1"})").has_value());
  EXPECT_FALSE(found(id).due_at.has_value());
  expect_rework(id);
  expect_trail(id);
}

TEST_P(StoryOfReferrals, AnAccountHasItsFourParts) {
  const auto id = working();
  for (const char* part : {"basic_facts", "contacts", "findings", "outcome"}) {
    auto json = parse_json(account_json)->as_object();
    json.erase(part);
    EXPECT_EQ(refusal(Json<Account>::read(json)), std::string{"field.required "} + part);
    json[part] = " ";
    EXPECT_EQ(refusal(Json<Account>::read(json)), std::string{"field.empty "} + part);
  }
  ASSERT_TRUE(act(draft, id, account_json).has_value());
  EXPECT_EQ(found(id).findings->masked(), "系统重复出账");
}

TEST_P(StoryOfReferrals, TellWhenTheirLimitsRunOut) {
  const auto id = received();
  now_ = *parse_instant("2026-03-02T16:00:00+08:00");
  const auto swept = bank_.write(bank_.chen_yu, now_, [](Work& work) -> Result<std::size_t> {
    return clocks::send_notices(work, {clock_source()});
  });
  ASSERT_TRUE(swept.has_value());
  const auto notices = bank_.read(
      bank_.chen_yu, [](Work& work) { return clocks::list_notices(work, {.filters = {}}); });
  ASSERT_TRUE(notices.has_value());
  ASSERT_FALSE(notices->items.empty());
  EXPECT_EQ(notices->items[0].subject_kind, "referral");
  EXPECT_EQ(notices->items[0].subject_number, "JL2026-1187");
  EXPECT_EQ(notices->items[0].subject_id.number, id.number);
}

TEST_P(StoryOfReferrals, RegisterACaseOnce) {
  const auto id = received();
  ASSERT_TRUE(act(register_case, id, R"({"business": "银行卡-借记卡"})").has_value());
  const ReferralView view = found(id);
  EXPECT_EQ(view.matched, Matched::registered);
  EXPECT_FALSE(view.is_upgraded);
  const auto complaint = bank_.read(
      bank_.chen_yu, [&](Work& work) { return complaints::find(work, view.complaint_id.value()); });
  ASSERT_TRUE(complaint.has_value());
  EXPECT_EQ(complaint->source->str(), "nfra_referral");
  EXPECT_EQ(complaint->intake_channel.str(), "hotline_12378");
  EXPECT_EQ(complaint->business->str(), "debit_card");
  EXPECT_EQ(complaint->description->reveal(), "银行卡年费在三月扣了两次");
  EXPECT_EQ(complaint->claim->reveal(), "退还费用");
  EXPECT_EQ(complaint->received_at, view.received_at);
  EXPECT_EQ(refusal(act(register_case, id, "{}")), "referral.has_case");
}

TEST_P(StoryOfReferrals, AreKeptFromWhomTheirComplaintIsKeptFrom) {
  const Id<Person> accused{301};
  const auto hired = bank_.write(bank_.chen_yu, now_, [&](Work& work) -> Result<void> {
    test::hire(work, {accused, "accused", "teller", "210001"});
    return {};
  });
  ASSERT_TRUE(hired.has_value());
  const auto complaint = complain(bank_.zhou_jun, R"({"intake_channel": "电话",
      "summary": "银行卡年费在三月扣了两次", "accused_id": 301,
      "complainant": {"name": "王小明", "phone": "13812345678"}})");
  ASSERT_TRUE(complaint.has_value()) << refusal(complaint);
  const auto id = received();
  const std::string json = R"({"complaint_id": )" + std::to_string(complaint->id.number) + "}";
  const Actor himself{accused, Scope::whole_bank(), {}, bank_.li_na.unit};
  Actor colleague = himself;
  colleague.person = {302};
  EXPECT_EQ(candidates({id}, bank_.chen_yu).items.at(0).items.size(), 1u);
  for (const Actor& barred : {himself, colleague}) {
    EXPECT_TRUE(candidates({id}, barred).items.at(0).items.empty());
    EXPECT_EQ(refusal(act(match, id, json, barred)), "complaint.missing complaint_id");
  }
  ASSERT_TRUE(act(match, id, json).has_value());
  EXPECT_TRUE(found(id, bank_.zhou_jun).has_value()) << "it goes where its complaint is";
  EXPECT_EQ(refusal(found(id, bank_.li_na)), "referral.missing");
  for (const Actor& barred : {himself, colleague}) {
    EXPECT_EQ(refusal(found(id, barred)), "referral.missing");
    EXPECT_TRUE(all(barred).empty());
    EXPECT_TRUE(bank_.read(barred, [](Work& work) { return count(work); })->items.empty());
    EXPECT_EQ(refusal(act(take_up, id, "{}", barred)), "referral.missing");
  }
}

TEST_P(StoryOfReferrals, AreOpenedWithAReason) {
  const auto id = received();
  EXPECT_EQ(found(id).complainant_name->masked(), "王**");
  const auto opened =
      act(open_fields, id, R"({"fields": ["phone", "wording"], "reason": "首次联系"})");
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->wording->value, "银行卡年费在三月扣了两次");
  EXPECT_FALSE(opened->complainant_name.has_value());
  EXPECT_EQ(kinds_of(id).back(), "referral.opened");
}

TEST_P(StoryOfReferrals, AnImportIsUndoneUntilSomebodyWorksOnIt) {
  const auto report =
      bring_in(nfra_list({{"A-1", "王*", "", "年费"}, {"A-2", "李*", "", "利息"}}), "nfra_12378");
  const auto undone =
      exchange::undo_import(ground(bank_.chen_yu), import_target(), *report.batch_id);
  ASSERT_TRUE(undone.has_value()) << refusal(undone);
  EXPECT_EQ(undone->created, 2);
  EXPECT_TRUE(all().empty());
  const auto back = bring_in(nfra_list({{"A-1", "王*", "", "年费"}}), "nfra_12378");
  EXPECT_EQ(back.created, 1);
  signed_in({all().at(0).id});
  EXPECT_EQ(refusal(exchange::undo_import(ground(bank_.chen_yu), import_target(), *back.batch_id)),
            "import.worked_on");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, StoryOfReferrals, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::referrals
