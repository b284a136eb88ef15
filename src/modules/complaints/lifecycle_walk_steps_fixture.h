// The steps of a walk: each command of the module, and what it is told.
#pragma once

#include "modules/complaints/accusation/service.h"
#include "modules/complaints/classification/service.h"
#include "modules/complaints/clocks/extension.h"
#include "modules/complaints/clocks/service.h"
#include "modules/complaints/contacts/service.h"
#include "modules/complaints/fulfilment/store.h"
#include "modules/complaints/lifecycle_walk_fixture.h"
#include "modules/complaints/offers/store.h"
#include "modules/complaints/preservation/service.h"
#include "modules/complaints/quality/service.h"
#include "modules/complaints/raising/service.h"
#include "modules/complaints/similar/service.h"
#include "modules/complaints/supervision/store.h"
#include "modules/complaints/supplement/service.h"
#include "modules/complaints/tasks/store.h"

namespace xb::complaints {

template <class T>
Result<void> only_whether(const Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

inline std::vector<Preservation> preservation_rows(Work& work, Id<Complaint> complaint) {
  storage::Query query = storage::Query::of<Preservation>();
  query.where("complaint_id = ?", complaint);
  query.add("ORDER BY id");
  return sealing::find_all<Preservation>(work, query);
}

template <class Input, class Out>
void LifecycleWalk::add(std::string name, std::optional<Action> action, Likely likely,
                        Result<Out> (*step)(Work&, Id<Complaint>, const Input&), Telling telling) {
  auto take = [step, telling = std::move(telling)](Work& work, Id<Complaint> id) -> Result<void> {
    const auto told = read_input<Input>(telling(work));
    if (!told) return tl::unexpected(told.error());
    return only_whether(step(work, id, *told));
  };
  steps_.push_back({std::move(name), action, likely, std::move(take)});
}

template <class Input, class Out, class Row>
void LifecycleWalk::add_on(Action action, Likely likely,
                           std::vector<Row> (*rows)(Work&, Id<Complaint>),
                           Result<Out> (*step)(Work&, Id<Row>, const Input&), Telling telling) {
  auto take = [this, rows, step, telling = std::move(telling)](Work& work,
                                                               Id<Complaint> id) -> Result<void> {
    const auto found = rows(work, id);
    const auto told = read_input<Input>(telling(work));
    if (!told) return tl::unexpected(told.error());
    const Id<Row> row =
        found.empty() ? Id<Row>{1} : found[chance(80) ? found.size() - 1 : below(found.size())].id;
    return only_whether(step(work, row, *told));
  };
  steps_.push_back({std::string{name_of(action)}, action, likely, std::move(take)});
}

inline void LifecycleWalk::add_beginning() {
  add(Action::accept, Likely::officer, accept, [this](Work&) {
    return R"({"tier": ")" + one_of({"ordinary", "ordinary", "complex", "major"}) + R"("})";
  });
  add(Action::redirect, Likely::officer, redirect,
      [](Work&) { return say(R"({"to": "consultation", "reason": "只是询问"})"); });
  add(Action::refuse, Likely::officer, refuse_complaint, [](Work& work) {
    return R"({"ground": "no_authorisation", "reason": "无授权", "told_at": ")" + format(work.now) +
           R"("})";
  });
  add(Action::assign, Likely::officer, assign, [this](Work&) {
    return one_of({R"({"unit_id": 101, "handler_id": 211})",
                   R"({"unit_id": 101, "handler_id": 211})", R"({"unit_id": 101})",
                   R"({"unit_id": 102, "handler_id": 215})", R"({"unit_id": 102})", "{}",
                   R"({"unit_id": 101, "handler_id": 215})", R"({"unit_id": 999})"});
  });
  add(Action::raise, Likely::officer, raise, [this](Work&) {
    return R"({"ground": "major", "unit_id": )" + unit() + R"(, "leader_id": )" + person() +
           R"(, "reason": "金额较大"})";
  });
  add(Action::take_over, Likely::handler, take_over, [](Work&) { return say("{}"); });
  add(Action::withdraw, Likely::officer, complaints::withdraw,
      [](Work&) { return say(R"({"proof": "signed_paper"})"); });
  add(Action::join, Likely::officer, join, [this](Work&) {
    return R"({"into_id": )" + another_case() + R"(, "reason": "同一人同一事"})";
  });
  add(Action::split, Likely::officer, split,
      [](Work&) { return say(R"({"reason": "另有一笔扣费，不是同一事项"})"); });
}

inline void LifecycleWalk::add_working() {
  add(Action::contact, Likely::handler, record_contact, [this](Work& work) {
    return R"({"direction": "outgoing", "means": "phone", "outcome": ")" +
           one_of({"reached", "missed", "sent"}) +
           R"(", "said": "已说明进度", "next_contact_on": ")" + day(work, 3) + R"("})";
  });
  add(Action::request_supplement, Likely::handler, request_supplement, [this](Work& work) {
    return R"({"materials": ["agent_identity"], "question": "请补委托书", "bank_lacks": true,
               "until_on": ")" +
           day(work, 5) + (chance(50) ? R"(", "again_reason": "原件不清"})" : R"("})");
  });
  add(Action::supplement, Likely::handler, add_supplement, [this](Work&) {
    return R"({"materials": ["agent_identity"], "is_complete": )" + one_of({"true", "false"}) + "}";
  });
  for (int often = 0; often < 4; ++often)  // else hardly one would be open
    add(Action::offer, Likely::handler, make_offer, [this](Work& work) {
      return R"({"amount_fen": )" + one_of({"0", "20000", "20000", "800000", "-1"}) +
             R"(, "terms": "退还年费", "until_on": ")" + day(work, 4) + R"("})";
    });
  for (int often = 0; often < 3; ++often)
    add_on(Action::settle_offer, Likely::handler, offer_rows, settle_offer, [this](Work&) {
      return R"({"outcome": ")" + one_of({"accepted", "declined", "expired"}) + R"("})";
    });
  add(Action::promise, Likely::handler, promise, [this](Work& work) {
    return R"({"kind": )" +
           one_of({R"("promise")", R"("apology")", R"("refund", "amount_fen": 60000)",
                   R"("waiver", "amount_fen": 20000)"}) +
           R"(, "content": "书面致歉", "due_on": ")" + day(work, 6) + R"("})";
  });
  add_on(Action::fulfil, Likely::handler, fulfilments_in, end_fulfilment, [this](Work&) {
    return one_of({R"({"outcome": "done", "proof": "凭证 1"})",
                   R"({"outcome": "dropped", "note": "客户放弃"})", R"({"outcome": "done"})"});
  });
}

inline void LifecycleWalk::add_asking() {
  add(Action::dispatch, Likely::handler, dispatch, [this](Work& work) {
    return R"({"unit_id": )" + one_of({"102", "102", "101", "103"}) +
           R"(, "question": "请核实费率", "due_on": ")" + day(work, 2) + R"("})";
  });
  add_on(Action::answer_task, Likely::asked, task_rows, answer_task,
         [](Work&) { return say(R"({"answer": "费率无误"})"); });
  add_on(Action::hand_back_task, Likely::asked, task_rows, hand_back,
         [](Work&) { return say(R"({"ground": "not_competent", "reason": "非本部门职责"})"); });
  add(Action::chase, Likely::officer, chase, [](Work&) { return say("{}"); });
  add(Action::supervise, Likely::officer, supervise, [this](Work& work) {
    return R"({"demand": "限期报送", "due_on": ")" + day(work, 3) + R"("})";
  });
  add_on(Action::acknowledge, Likely::asked, supervision_rows, acknowledge_chase,
         [](Work&) { return say("{}"); });
  add_on(Action::reply, Likely::asked, supervision_rows, complaints::reply,
         [](Work&) { return say(R"({"answer": "已整改"})"); });
}

inline Result<void> LifecycleWalk::give_verdict(Work& work, Id<Complaint> id) {
  const auto open = approvals::open_of(work, id.number);
  if (open.empty()) return refuse(Reason::missing, "approval.missing");
  const Id<approvals::Approval> which = open[below(open.size())].id;
  if (chance(10)) return only_whether(approvals::take_back(work, matters(), which));
  approvals::VerdictInput verdict;
  if (chance(25)) {
    verdict.verdict = chance(50) ? approvals::Verdict::refuse : approvals::Verdict::hand_back;
    verdict.reason = approvals::Note::trusted("依据不足");
  }
  return only_whether(approvals::decide(work, matters(), which, verdict));
}

inline void LifecycleWalk::add_deciding() {
  add(Action::propose, Likely::handler, propose, [this](Work&) {
    std::string json{proposal};
    if (chance(30)) json.replace(json.find("60000"), 5, one_of({"0", "5000000", "-1"}));
    return json;
  });
  for (const Action action : {Action::decide, Action::hand_back})
    steps_.push_back({"verdict", action, Likely::approver,
                      [this](Work& work, Id<Complaint> id) { return give_verdict(work, id); }});
  add(Action::answer, Likely::handler, answer, [this](Work& work) {
    return R"({"means": "letter", "proof": "挂号信 XA1", "given_on": ")" + day(work, 0) + R"("})";
  });
  add(Action::close, Likely::officer, complaints::close, [this](Work&) {
    return one_of({R"({"result": "当场解释，客户接受"})", "{}"});
  });
  add(Action::check_sample, Likely::officer, check_sample, [this](Work&) {
    return one_of({R"({"result": "passed"})", R"({"result": "failed", "note": "未问客户"})"});
  });
  add(Action::check_classes, Likely::officer, check_classes, [this](Work&) {
    return one_of(
        {R"({"result": "confirmed"})",
         R"({"result": "corrected", "correction": {"cause": "秩序", "reason": "插队"}})"});
  });
  add(Action::archive, Likely::officer, archive, [](Work&) { return say("{}"); });
}

inline void LifecycleWalk::add_learning() {
  add(Action::find_responsibility, Likely::officer, find_responsibility, [this](Work&) {
    return R"({"finding": "partly", "unit_id": )" + one_of({"101", "101", "102", "999"}) +
           R"(, "grounds": "未充分告知"})";
  });
  for (int often = 0; often < 3; ++often)  // and so is a finding
    add(Action::object, Likely::handler, object,
        [](Work&) { return say(R"({"grounds": "已告知"})"); });
  add(Action::review_finding, Likely::officer, review_finding, [this](Work&) {
    return R"({"finding": ")" + one_of({"partly", "not_responsible"}) + R"(", "grounds": "复核"})";
  });
  add(Action::name_cause, Likely::officer, name_cause,
      [](Work&) { return say(R"({"cause": "宣传不清", "analysis": "短信未写口径"})"); });
  add(Action::call_back, Likely::officer, call_back, [this](Work&) {
    return one_of(
        {R"({"means": "telephone", "reached": "no_answer"})",
         R"({"means": "telephone", "reached": "yes", "result_score": 4, "process_score": 4, "attitude_score": 5})",
         R"({"means": "telephone", "reached": "yes"})"});
  });
  add(Action::rate, Likely::officer, rate, [this](Work&) {
    return R"({"means": "sms", "result_score": )" + one_of({"1", "5", "7"}) +
           R"(, "process_score": 3, "attitude_score": 3})";
  });
}

inline void LifecycleWalk::add_limits() {
  const auto notice = [](Work& work) {
    return R"("notice": {"on": ")" + format(work.zone.date(work.now)) +
           R"(", "means": "letter", "proof": "XA2"}})";
  };
  add("extend", {}, Likely::handler, extend, [this, notice](Work& work) {
    return R"({"to_total": )" + one_of({"30", "60", "90"}) + R"(, "reason": "情况复杂")" +
           (chance(40) ? "," + notice(work) : "}");
  });
  add("exclude", {}, Likely::handler, exclude, [this, notice](Work& work) {
    return R"({"kind": "appraisal", "from": ")" + day(work, 0) + R"(", "reason": "鉴定",)" +
           notice(work);
  });
  add("end_exclusion", {}, Likely::handler, end_exclusion,
      [this](Work& work) { return R"({"until": ")" + day(work, 0) + R"("})"; });
  add("restart", {}, Likely::handler, restart,
      [](Work&) { return say(R"({"facts": "客户补充新事实"})"); });
  add("set_date", {}, Likely::handler, set_date, [this, notice](Work& work) {
    return R"({"with": "complainant", "on": ")" + day(work, 20) + R"(", "reason": "双方约定",)" +
           notice(work);
  });
}

inline void LifecycleWalk::add_around() {
  add("reclassify", {}, Likely::officer, reclassify, [this](Work&) {
    return R"({"cause": ")" + one_of({"定价收费", "服务质量", "不知道"}) +
           R"(", "reason": "核实后更正"})";
  });
  add("name_accused", {}, Likely::officer, name_accused, [this](Work&) {
    return R"({"accused_id": )" + one_of({"215", "999", "999", "999"}) +
           R"(, "reason": "客户点名"})";
  });
  add("open", {}, Likely::handler, open_fields, [this](Work&) {
    return R"({"fields": [")" + one_of({"phone", "summary"}) + R"("], "reason": "联系客户"})";
  });
  add("request_preservation", {}, Likely::handler, request_preservation, [this](Work& work) {
    return R"({"kind": "cctv", "what": "二号柜台", "keeper": "保卫部", "recorded_on": ")" +
           day(work, 0) + R"("})";
  });
  auto lose = [this](Work& work, Id<Complaint> id) -> Result<void> {
    const auto rows = preservation_rows(work, id);
    if (rows.empty()) return refuse(Reason::missing, "preservation.missing");
    const auto outcome = input<PreservationOutcome>(R"({"outcome": "lost", "note": "已覆盖"})");
    return only_whether(settle_preservation(work, rows[below(rows.size())].id, outcome));
  };
  steps_.push_back({"settle_preservation", {}, Likely::handler, lose});
}

}  // namespace xb::complaints
