// Two cases as departments write them down: the contact log of a complaint about collection, and
// the supervision order on a merchant's fees after two hand-backs and three chases.
#include "modules/complaints/working/working_fixture.h"

namespace xb::complaints {
namespace {

class ACaseBeingWorked : public Working {};

constexpr const char* about_collection = R"({
  "source": "12345转办", "intake_channel": "12345热线", "business_channel": "中、后台业务渠道",
  "business": "债务催收", "cause": "债务催收方式和手段",
  "summary": "催收联系第三人", "description": "每天给其单位同事和父母打电话告知欠款情况",
  "claim": "停止联系第三人；处理人员；道歉",
  "received_at": "2026-11-09T10:00:00+08:00",
  "complainant": {"name": "孙强", "phone": "13812345678"}})";

TEST_P(ACaseBeingWorked, KeepsTheContactLogOfAComplaintAboutCollection) {
  bank_says(silence_rule);
  const auto id = registered(about_collection, at("2026-11-09T10:30:00+08:00")).id;
  expect(act(bank_.chen_yu, &accept, id, R"({"tier":"complex"})", at("2026-11-09T14:00:00+08:00")));
  expect(act(bank_.chen_yu, &assign, id, R"({"unit_id":101,"handler_id":211})",
             at("2026-11-09T14:30:00+08:00")));
  expect(act(lin_fang_, &take_over, id, "{}", at("2026-11-09T15:00:00+08:00")));
  const auto call = [&](const char* json, const char* now) {
    expect(act(lin_fang_, &record_contact, id, json, at(now)));
  };
  for (const char* when : {"2026-11-10T19:02:00+08:00", "2026-11-11T10:15:00+08:00"}) {
    call(R"({"direction":"outgoing","means":"phone","outcome":"missed"})", when);
    call(R"({"direction":"outgoing","means":"sms","outcome":"sent","said":"请回电"})", when);
  }
  EXPECT_EQ(ask(lin_fang_, &contacts_of, id)->missed, 2);
  call(R"({"direction":"outgoing","means":"phone","outcome":"reached",
           "begun_at":"2026-11-12T15:20:00+08:00","ended_at":"2026-11-12T15:41:00+08:00",
           "identity_check":"name_and_document","recording":"CC20261112-08831",
           "said":"11月5日至11日家人、同事共接到11次催收电话；已停催，正在调取催收机构录音",
           "next_contact_on":"2026-11-15"})",
       "2026-11-12T15:50:00+08:00");
  const Contacts log = *ask(lin_fang_, &contacts_of, id);
  ASSERT_EQ(log.items.size(), 5u);
  EXPECT_EQ(log.missed, 0);
  EXPECT_EQ(log.next_contact_on, parse_date("2026-11-15"));
  EXPECT_EQ(log.items[4].recording->str(), "CC20261112-08831");
  const auto view = ask(bank_.chen_yu, &find, id);
  EXPECT_EQ(view->responsible_id, Id<Person>{211}) << "who took it over answers for it";
  const Instant promised = at("2026-11-16T00:00:00+08:00");
  EXPECT_EQ(view->due_at, promised) << "what was told comes before the limit of 24 November";
}

constexpr const char* about_fees = R"({
  "source": "自收", "intake_channel": "客服热线", "business_channel": "第三方渠道",
  "business": "支付结算", "cause": "定价收费",
  "summary": "收单费率被擅自调整", "claim": "恢复零费率；退436.7元",
  "received_at": "2026-11-03T09:00:00+08:00",
  "complainant": {"name": "何平", "phone": "13812345678"}})";

TEST_P(ACaseBeingWorked, EndsAnArgumentAboutCompetenceWithASupervisionOrder) {
  const auto id = registered(about_fees, at("2026-11-03T09:30:00+08:00")).id;
  const auto due_at = found(id).due_at;
  const Instant third = at("2026-11-03T10:00:00+08:00");
  expect(act(bank_.chen_yu, &accept, id, "{}", third));
  expect(act(bank_.chen_yu, &assign, id, R"({"unit_id":101,"handler_id":211})", third));
  expect(act(lin_fang_, &take_over, id, "{}", third));
  const auto ask_branch = [&](const char* now) {
    const auto task =
        act(lin_fang_, &dispatch, id,
            R"({"unit_id":102,"question":"请核实费率调整","due_on":"2026-11-13"})", at(now));
    EXPECT_TRUE(task.has_value()) << refusal(task);
    return *task;
  };
  const auto first = ask_branch("2026-11-03T11:00:00+08:00");
  expect(act(wu_tao_, &hand_back, first.id,
             R"({"ground":"not_competent","reason":"属服务商事项","proposed_unit_id":101})",
             at("2026-11-06T11:00:00+08:00")));
  EXPECT_EQ(found(id).due_at, due_at) << "the limit runs on";
  const auto second = ask_branch("2026-11-06T14:00:00+08:00");
  const std::string of_task = R"({"task_id":)" + std::to_string(second.id.number);
  for (const char* now :
       {"2026-11-14T09:00:00+08:00", "2026-11-16T09:00:00+08:00", "2026-11-18T09:00:00+08:00"})
    expect(act(bank_.chen_yu, &chase, id, of_task + "}", at(now)));
  const Instant ordered_at = at("2026-11-19T09:00:00+08:00");
  const auto order = act(bank_.chen_yu, &supervise, id,
                         of_task + R"(,"letter_no":"江澜银消保督〔2026〕17号","due_on":"2026-11-23",
        "demand":"今日17:00前联系客户并报送联系记录；报送处理意见、超期原因说明"})",
                         ordered_at);
  ASSERT_TRUE(order.has_value()) << refusal(order);
  EXPECT_EQ(order->hand_backs, 1) << "期间退单1次";
  EXPECT_EQ(order->chases, 3) << "催办3次未答复";
  const auto waiting = ask(wu_tao_, &list_supervisions, Query{.filters = {{"side", {"unit"}}}});
  EXPECT_EQ(waiting->items.size(), 4u);
  expect(act(wu_tao_, &reply, order->id, R"({"answer":"已联系客户，处理意见随附"})",
             at("2026-11-19T16:00:00+08:00")));
  expect(act(wu_tao_, &answer_task, second.id, R"({"answer":"服务商启融信息擅自调整费率"})",
             at("2026-11-19T16:30:00+08:00")));
  const auto offer =
      act(lin_fang_, &make_offer, id,
          R"({"amount_fen":43670,"demand_fen":43670,"terms":"退还436.70元，恢复D+0和协议费率"})",
          at("2026-11-20T09:00:00+08:00"));
  ASSERT_TRUE(offer.has_value()) << refusal(offer);
  expect(act(lin_fang_, &settle_offer, offer->id, R"({"outcome":"accepted"})",
             at("2026-11-20T10:00:00+08:00")));
  EXPECT_EQ(
      kinds_of(id),
      (std::vector<std::string>{
          "complaint.registered", "complaint.accepted", "complaint.assigned",
          "complaint.taken_over", "complaint.task_dispatched", "complaint.task_handed_back",
          "complaint.task_dispatched", "complaint.chased", "complaint.chased", "complaint.chased",
          "complaint.supervision_ordered", "complaint.supervision_answered",
          "complaint.task_answered", "complaint.offered", "complaint.offer_settled"}));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ACaseBeingWorked, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::complaints
