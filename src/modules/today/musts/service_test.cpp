// What must be done: its order, whose it is, and the key beside each row.
#include "modules/today/musts/service.h"

#include "modules/complaints/contacts/service.h"
#include "modules/complaints/decision/service.h"
#include "modules/complaints/fulfilment/service.h"
#include "modules/complaints/preservation/service.h"
#include "modules/complaints/supervision/service.h"
#include "modules/complaints/tasks/service.h"
#include "modules/referrals/arrival/service.h"
#include "modules/referrals/handling/service.h"
#include "modules/today/today_fixture.h"

namespace xb::today {
namespace {

class TheMusts : public Morning {
 protected:
  Id<referrals::Referral> referred(const char* number, const char* due_on = nullptr) {
    const std::string due =
        due_on == nullptr ? std::string{} : std::string{R"("due_on": ")"} + due_on + "\", ";
    const auto told = input<referrals::NewReferral>(
        R"({"bureau": "nfra", "number": ")" + std::string{number} + "\", " + due +
        R"("received_at": "2026-03-01T01:00:00Z", "topic": "信用卡", "wording": "年费重复扣收"})");
    return *bank_.write(bank_.chen_yu, now_, [&](Work& work) {
      return Result<Id<referrals::Referral>>{referrals::receive(work, told)};
    });
  }
  static Must only(const Today& desk, MustKind kind) {
    const auto found = rows(desk, kind);
    EXPECT_EQ(found.size(), 1u) << name_of(kind);
    return found.empty() ? Must{} : found.front();
  }
};

TEST_P(TheMusts, AreShownMaskedWithWhoseTheyAreAndOneKey) {
  const auto id = handled();
  now_ = at("2026-03-18T01:00:00Z");  // a day late
  const Must must = only(desk(bank_.chen_yu), MustKind::overdue);
  EXPECT_EQ(must.id, id.number);
  EXPECT_EQ(must.complaint_id, id);
  EXPECT_EQ(must.number.size(), 16u);
  EXPECT_EQ(must.unit_id, Id<Unit>{101});
  EXPECT_EQ(must.handler_id, Id<Person>{211});
  EXPECT_EQ(must.due_at, at("2026-03-17T16:00:00Z"));
  EXPECT_EQ(must.action, Move::chase);
  EXPECT_NE(to_json(must).find("138****5678"), std::string::npos) << to_json(must);
  EXPECT_EQ(to_json(must).find("13812345678"), std::string::npos);
  EXPECT_EQ(only(desk(lin_fang_), MustKind::overdue).action, Move::open) << "nobody chases himself";
  EXPECT_EQ(only(desk(bank_.chen_yu, {}, now_), MustKind::overdue).action, Move::open)
      << "nor who may not";
  EXPECT_TRUE(desk(bank_.zhou_jun).musts.items.empty());
}

TEST_P(TheMusts, AskTheUnitThatIsAskedToAnswerAndOthersToChaseIt) {
  const auto id = handled();
  const auto task = act(lin_fang_, &complaints::dispatch, id,
                        R"({"unit_id": 102, "question": "请核实费率", "due_on": "2026-03-03"})");
  EXPECT_TRUE(rows(desk(wu_tao_), MustKind::task_due).empty()) << "not today";
  now_ = at("2026-03-03T01:00:00Z");
  const Today asked = desk(wu_tao_);
  EXPECT_EQ(only(asked, MustKind::task_due).id, task.id.number);
  EXPECT_EQ(only(asked, MustKind::task_due).action, Move::answer);
  EXPECT_TRUE(only(asked, MustKind::task_due).title.has_value());
  EXPECT_EQ(number(asked, NumberCode::in_hand).count, 0) << "the case itself is not his";
  EXPECT_EQ(only(desk(lin_fang_), MustKind::task_due).action, Move::chase);
  EXPECT_EQ(only(desk(bank_.chen_yu), MustKind::task_due).unit_id, Id<Unit>{102});
  EXPECT_TRUE(desk(bank_.zhou_jun).musts.items.empty());

  act(bank_.chen_yu, &complaints::chase, id, R"({"due_on": "2026-03-03"})");
  EXPECT_EQ(only(desk(lin_fang_), MustKind::supervision_due).action, Move::reply);
  EXPECT_EQ(only(desk(bank_.chen_yu), MustKind::supervision_due).action, Move::open);
  EXPECT_EQ(desk(lin_fang_).week[0].supervisions, 1);
  EXPECT_EQ(desk(lin_fang_).week[0].tasks, 1);
}

TEST_P(TheMusts, AreAlsoPromisesAndEvidenceThatIsGoneSoon) {
  const auto id = handled();
  act(lin_fang_, &complaints::promise, id,
      R"({"kind": "promise", "content": "回电", "due_on": "2026-03-04"})");
  act(bank_.li_na, &complaints::request_preservation, id,
      R"({"kind": "cctv", "what": "柜台", "keeper": "安保部", "recorded_on": "2026-02-20",
          "kept_until": "2026-03-06"})");
  EXPECT_EQ(counts(desk(bank_.chen_yu)), (std::map<MustKind, std::int64_t>{}));
  EXPECT_EQ(desk(bank_.chen_yu).week[2].promises, 1);
  EXPECT_EQ(desk(bank_.chen_yu).week[4].evidence, 1);
  now_ = at("2026-03-04T01:00:00Z");
  const Today shown = desk(bank_.chen_yu);
  EXPECT_EQ(only(shown, MustKind::promise_due).action, Move::fulfil);
  EXPECT_EQ(only(shown, MustKind::evidence_ending).action, Move::secure);
  EXPECT_EQ(only(desk(bank_.chen_yu, {}, now_), MustKind::promise_due).action, Move::open);
  EXPECT_TRUE(desk(wu_tao_).musts.items.empty());
}

TEST_P(TheMusts, AreReferralsForWhoMayReadThem) {
  referred("A1", "2026-03-04");
  const auto second = referred("A2");
  now_ = now_ - std::chrono::hours{20};  // before the first contact is due today
  const Today early = desk(bank_.chen_yu);
  now_ = test::monday;
  EXPECT_EQ(rows(early, MustKind::referral_unsigned).size() +
                rows(early, MustKind::referral_due_today).size(),
            2u);
  const Today shown = desk(bank_.chen_yu);
  const auto all = counts(shown);
  EXPECT_EQ(all.contains(MustKind::overdue), false);
  std::int64_t found = 0;
  for (const auto& [kind, count] : all) found += count;
  EXPECT_EQ(found, 2) << "each once, where it is lost first";
  EXPECT_EQ(shown.musts.items.front().number, "A1");
  EXPECT_EQ(shown.musts.items.front().title->reveal(), "信用卡");
  May without = all_;
  without.referrals.reset();
  EXPECT_TRUE(desk(bank_.chen_yu, without, now_).musts.items.empty());
  May elsewhere = all_;
  elsewhere.referrals = Scope{Level::branch, {101}};
  EXPECT_TRUE(desk(bank_.chen_yu, elsewhere, now_).musts.items.empty());
  EXPECT_TRUE(bool{second});
}

TEST_P(TheMusts, AreApprovalsBeforeOnesChair) {
  hire({213}, "gaohang", "branch_head", "200000");
  const auto id = handled();
  act(lin_fang_, &complaints::propose, id,
      R"({"outcome": "partly_supported", "amount_fen": 12000, "findings": "部分属实", "decision": "退还",
          "grounds": "合同约定", "remedies": "可向监管部门申请核查"})");
  Actor head;
  bank_.database().read([&](storage::Transaction& tx) { head = test::acting(tx, {213}); });
  const Today shown = desk(head);
  EXPECT_EQ(number(shown, NumberCode::approvals).count, 1);
  const Must must = only(shown, MustKind::approval_waiting);
  EXPECT_EQ(must.action, Move::approve);
  EXPECT_EQ(must.complaint_id, id);
  EXPECT_TRUE(must.title.has_value());
  EXPECT_EQ(must.amount_fen, 12'000);
  EXPECT_EQ(must.due_at, at("2026-03-17T16:00:00Z")) << "of the case";
  EXPECT_EQ(count(lin_fang_, NumberCode::approvals), 0) << "who asked does not agree to it";
}

TEST_P(TheMusts, AreContactsThatWereAgreedAndNotKept) {
  const auto id = handled();
  act(lin_fang_, &complaints::record_contact, id,
      R"({"direction": "outgoing", "means": "phone", "outcome": "missed",
          "next_contact_on": "2026-03-04"})");
  EXPECT_TRUE(rows(desk(lin_fang_), MustKind::contact_due).empty()) << "not yet";
  now_ = at("2026-03-05T01:00:00Z");
  const Must must = only(desk(lin_fang_), MustKind::contact_due);
  EXPECT_EQ(must.complaint_id, id);
  EXPECT_EQ(must.action, Move::contact);
  EXPECT_EQ(must.contact_on, parse_date("2026-03-04").value());
  EXPECT_EQ(must.due_at, at("2026-03-04T16:00:00Z"));
  EXPECT_EQ(only(desk(bank_.chen_yu), MustKind::contact_due).action, Move::chase);
  EXPECT_TRUE(desk(wu_tao_).musts.items.empty());
  now_ = at("2026-03-18T01:00:00Z");
  const Today late = desk(lin_fang_);
  EXPECT_TRUE(rows(late, MustKind::contact_due).empty()) << "each once, where it is lost first";
  EXPECT_EQ(only(late, MustKind::overdue).contact_on, parse_date("2026-03-04").value());
  act(lin_fang_, &complaints::record_contact, id,
      R"({"direction": "outgoing", "means": "phone", "outcome": "reached", "said": "已说明进度",
          "next_contact_on": "2026-03-20"})");
  for (const Must& one : desk(lin_fang_).musts.items) EXPECT_FALSE(one.contact_on.has_value());
}

TEST_P(TheMusts, AreCasesThatWereGivenToOneAndNobodyHasTakenOver) {
  const auto id = taken_in(bank_.li_na);
  act(bank_.chen_yu, &complaints::accept, id, "{}");
  act(bank_.chen_yu, &complaints::assign, id, R"({"unit_id": 101, "handler_id": 211})");
  const Must must = only(desk(lin_fang_), MustKind::untaken);
  EXPECT_EQ(must.complaint_id, id);
  EXPECT_EQ(must.action, Move::take_over);
  EXPECT_TRUE(must.title.has_value());
  EXPECT_EQ(only(desk(lin_fang_, {}, now_), MustKind::untaken).action, Move::open);
  EXPECT_TRUE(desk(of_branch({212}, {101})).musts.items.empty()) << "it was given to one person";
  EXPECT_TRUE(rows(desk(bank_.chen_yu), MustKind::untaken).empty());
  act(bank_.chen_yu, &complaints::assign, id, R"({"unit_id": 101})");
  EXPECT_EQ(rows(desk(of_branch({212}, {101})), MustKind::untaken).size(), 1u) << "to the unit";
  EXPECT_EQ(rows(desk(lin_fang_), MustKind::untaken).size(), 1u);
  act(lin_fang_, &complaints::take_over, id, "{}");
  EXPECT_TRUE(rows(desk(lin_fang_), MustKind::untaken).empty());
}

TEST_P(TheMusts, ComeInTheOrderOfLossAndAreNotCrowdedOut) {
  for (int i = 0; i < 55; ++i) taken_in(bank_.zhou_jun, R"("received_at": "2026-01-05T02:00:00Z")");
  const auto id = handled();
  for (int i = 0; i < 6; ++i)
    act(lin_fang_, &complaints::promise, id,
        R"({"kind": "promise", "content": "回电", "due_on": "2026-03-02"})");
  const Today shown = desk(bank_.chen_yu);
  EXPECT_EQ(shown.musts.items.size(), musts_max);
  EXPECT_EQ(rows(shown, MustKind::overdue).size(), musts_max - musts_of_each);
  EXPECT_EQ(rows(shown, MustKind::promise_due).size(), musts_of_each);
  EXPECT_EQ(counts(shown), (std::map<MustKind, std::int64_t>{{MustKind::overdue, 55},
                                                             {MustKind::promise_due, 6}}));
  EXPECT_EQ(shown.musts.items.front().kind, MustKind::overdue);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, TheMusts, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::today
