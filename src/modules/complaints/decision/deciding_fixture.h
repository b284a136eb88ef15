// A case on its way from handling to the archive: who takes which step, ready to be called.
#pragma once

#include "modules/complaints/archiving/service.h"
#include "modules/complaints/assignment/service.h"
#include "modules/complaints/callback/service.h"
#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/decision/store.h"
#include "modules/complaints/fulfilment/service.h"
#include "modules/complaints/responsibility/service.h"
#include "modules/complaints/triage/service.h"
#include "test/support/people.h"

namespace xb::complaints {

class Deciding : public Department {
 protected:
  Deciding() {
    hire(lin_fang_, "linfang", "branch_officer", "200000");
    hire(qian_hai_, "qianhai", "branch_head", "200000");
    hire(wang_min_, "wangmin", "complaint_manager", "100000");
    hire(zhao_lei_, "zhaolei", "protection_head", "100000");
  }
  void hire(Id<Person> id, const char* login, const char* post, const char* unit) {
    const auto hired = bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
      test::hire(work, {id, login, post, unit});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
  }

  // Each step an hour after the one before.
  template <class Input, class Out, class Kind>
  Result<Out> take(const Actor& actor, Id<Kind> id, std::string_view json,
                   Result<Out> (*step)(Work&, Id<Kind>, const Input&)) {
    now_ = now_ + std::chrono::hours{1};
    const auto read = read_input<Input>(json);
    if (!read) return tl::unexpected(read.error());
    return bank_.write(actor, now_, [&](Work& work) { return step(work, id, *read); });
  }

  // In the hands of Lin Fang at the branch.
  Id<Complaint> handled(std::string_view json = whole_complaint) {
    const auto id = registered(json, now_).id;
    EXPECT_EQ(refusal(take(bank_.chen_yu, id, "{}", accept)), "none");
    EXPECT_EQ(refusal(take(bank_.chen_yu, id, R"({"unit_id":101,"handler_id":211})", assign)),
              "none");
    EXPECT_EQ(refusal(take(lin_fang(), id, "{}", take_over)), "none");
    return id;
  }

  static constexpr std::string_view proposal = R"({
    "outcome": "partly_supported", "amount_fen": 60000,
    "findings": "申请表载明年费600元，达标口径列于附注，短信未显示。",
    "decision": "退还2025年度年费600元。", "grounds": "《银行卡领用合约》第八条。",
    "remedies": "如有异议可自收到之日起30日内申请核查，也可申请调解、仲裁或提起诉讼。"})";
  static constexpr std::string_view repayment =
      R"({"kind": "refund", "content": "退费", "amount_fen": 60000, "due_on": "2026-03-10"})";
  static constexpr std::string_view by_letter =
      R"({"means": "letter", "proof": "挂号信 XA20260303001"})";

  Result<ComplaintState> propose_it(Id<Complaint> id, std::string_view json = proposal) {
    return take(lin_fang(), id, json, propose);
  }
  Result<approvals::ApprovalView> approve(Id<Complaint> id, const Actor& actor,
                                          std::string_view json = R"({"verdict": "grant"})") {
    const auto verdict = input<approvals::VerdictInput>(json);
    now_ = now_ + std::chrono::hours{1};
    return bank_.write(actor, now_, [&](Work& work) -> Result<approvals::ApprovalView> {
      const auto last = last_proposal(work, id);
      if (!last) return refuse(Reason::missing, "no proposal");
      return approvals::decide(work, {decision_matter()}, last->approval_id, verdict);
    });
  }
  // Decided by the head of the branch and told by letter.
  Id<Complaint> answered(std::string_view json = whole_complaint) {
    const auto id = handled(json);
    EXPECT_EQ(refusal(propose_it(id)), "none");
    EXPECT_EQ(refusal(approve(id, qian_hai())), "none");
    EXPECT_EQ(refusal(answer_it(id)), "none");
    return id;
  }
  // The same, and what was decided is paid.
  Id<Complaint> carried_out(std::string_view json = whole_complaint) {
    const auto id = answered(json);
    const auto made = promise_it(id, repayment);
    EXPECT_EQ(refusal(made), "none");
    EXPECT_EQ(refusal(take(lin_fang(), made->id, R"({"outcome": "done", "proof": "传票7"})",
                           end_fulfilment)),
              "none");
    return id;
  }
  Result<ComplaintState> answer_it(Id<Complaint> id, std::string_view json = by_letter) {
    return take(lin_fang(), id, json, answer);
  }
  Result<ComplaintState> close_it(Id<Complaint> id, const Actor& actor) {
    return take(actor, id, "{}", complaints::close);
  }
  Result<FulfilmentView> promise_it(Id<Complaint> id, std::string_view json) {
    return take(lin_fang(), id, json, promise);
  }

  Actor in_branch(Id<Person> person) const {
    return {
        person, {Level::branch, yunjin_}, {yunjin_, {}, {}}, yunjin_, test::appointment_of(person)};
  }
  Actor in_head_office(Id<Person> person) const {
    return {person, Scope::whole_bank(), {}, {100}, test::appointment_of(person)};
  }
  Actor lin_fang() const { return in_branch(lin_fang_); }       // handles
  Actor qian_hai() const { return in_branch(qian_hai_); }       // head of the branch
  Actor wang_min() const { return in_head_office(wang_min_); }  // manages complaints
  Actor zhao_lei() const { return in_head_office(zhao_lei_); }  // head of consumer protection

  Instant now_ = test::monday;
  const Id<Unit> yunjin_{101};
  const Id<Person> lin_fang_{211}, qian_hai_{212}, wang_min_{213}, zhao_lei_{214};
};

}  // namespace xb::complaints
