// How a case of the demo bank ends: proposal, approval, answer, fulfilment, finding, closure.
#include "app/demo/steps.h"
#include "modules/complaints/archiving/service.h"
#include "modules/complaints/callback/service.h"
#include "modules/complaints/closure/service.h"
#include "modules/complaints/quality/service.h"
#include "modules/complaints/service.h"
#include "modules/complaints/store.h"

namespace xb::app::demo {
namespace {

using complaints::FulfilmentKind;

complaints::Note note(std::string text) { return complaints::Note::trusted(std::move(text)); }

std::string compact_day(const Work& work) {
  std::string day = format(work.zone.date(work.now));
  std::erase(day, '-');
  return day;
}

std::string_view fulfilled_by(FulfilmentKind kind) {
  switch (kind) {
    case FulfilmentKind::refund: return "退款入账凭证";
    case FulfilmentKind::waiver: return "减免审批单";
    case FulfilmentKind::compensation: return "补偿款入账凭证";
    case FulfilmentKind::release: return "解除管控操作单";
    case FulfilmentKind::correction: return "更正回执";
    case FulfilmentKind::stop_collection: return "停催登记单";
    case FulfilmentKind::certificate: return "文书签收单";
    case FulfilmentKind::apology: return "致歉记录";
    case FulfilmentKind::promise: return "承诺办理记录";
    case FulfilmentKind::other: return "办理凭证";
  }
  std::abort();
}

std::string_view promised(FulfilmentKind kind) {
  switch (kind) {
    case FulfilmentKind::refund: return "{p}元退至客户账户。";
    case FulfilmentKind::waiver: return "减免{p}元，账务处理完成后告知客户。";
    case FulfilmentKind::compensation: return "{p}元划入客户账户。";
    case FulfilmentKind::correction: return "办理更正并把回执交给客户。";
    case FulfilmentKind::stop_collection: return "按处理决定停止相应的催收，登记免打扰。";
    case FulfilmentKind::release:
    case FulfilmentKind::certificate:
    case FulfilmentKind::apology:
    case FulfilmentKind::promise:
    case FulfilmentKind::other: return "{decide}";
  }
  std::abort();
}

// By what is complained of.
std::string_view root_cause_of(const Matter& matter) {
  static constexpr std::pair<std::string_view, std::string_view> causes[] = {
      {"attitude", "人员执行偏差"},
      {"counter_error", "人员执行偏差"},
      {"no_answer", "人员执行偏差"},
      {"not_told_once", "人员执行偏差"},
      {"order", "人员执行偏差"},
      {"collection", "合作机构管理"},
      {"third_party_contact", "合作机构管理"},
      {"machine_fault", "系统功能缺陷"},
      {"app_fault", "系统功能缺陷"},
      {"slow_system", "系统功能缺陷"},
      {"systems", "系统功能缺陷"},
      {"data_error", "系统功能缺陷"},
      {"disclosure", "告知不到位"},
      {"annual_fee", "告知不到位"},
      {"change_not_told", "告知不到位"},
      {"risk_not_told", "告知不到位"},
      {"fees_not_told", "告知不到位"},
      {"misleading_sale", "人员执行偏差"},
      {"unsuitable_sale", "人员执行偏差"},
      {"marketing", "人员执行偏差"},
      {"unclear_explanation", "人员执行偏差"}};
  for (const auto& [cause, name] : causes)
    if (std::string_view{matter.cause}.starts_with(cause)) return name;
  return "制度流程缺陷";
}

// A call is proved by its recording.
std::string_view proved_by(complaints::AnswerMeans means) {
  using complaints::AnswerMeans;
  switch (means) {
    case AnswerMeans::telephone: return "录音CC";
    case AnswerMeans::letter: return "挂号信XA";
    case AnswerMeans::handed_over: return "签收回执HZ";
    case AnswerMeans::settlement_agreement: return "和解协议HJ";
    case AnswerMeans::sms: return "短信DX";
    case AnswerMeans::email: return "邮件YJ";
  }
  std::abort();
}

}  // namespace

std::string Steps::refusal(Life& life) const {
  const bool is_all = life.told.refused == life.told.claim;
  return say(life, "refused_for_reason") + (is_all ? "" : say(life, "refused_rest"));
}

Play Steps::proposes(complaints::Outcome outcome, std::int64_t fen) const {
  return [this, outcome, fen](Work& work, Life& life) {
    complaints::NewProposal input;
    input.outcome = outcome;
    if (fen > 0) input.amount_fen = fen;
    input.findings = note(to_the_customer(life.told.fill("{found}", setting_.zone)));
    const bool is_refused = outcome == complaints::Outcome::not_supported;
    input.decision = note(to_the_customer(
        is_refused ? refusal(life) : life.told.ruled + life.told.fill("{decide}", setting_.zone)));
    input.grounds = note(life.told.fill("{basis}", setting_.zone));
    input.remedies = note(say(life, "remedies"));
    taken(complaints::propose(work, life.id, input), "propose");
  };
}

// Whoever it waits for, the nearest first; it goes on to the next as long as it waits.
Play Steps::approves(bool is_granted) const {
  return [this, is_granted](Work& work, Life& life) {
    const auto page = complaints::find_state(work, life.id);
    for (const auto& brief : taken(page, "look for an approval").approvals) {
      if (brief.state != approvals::State::waiting) continue;
      for (const Staff* somebody : life.approvers) {
        work.actor = as(*somebody, "complaint.read", work);
        const auto seen = approvals::find(work, setting_.matters, brief.id);
        if (!seen || !seen->waits_for_you) continue;
        approvals::VerdictInput input;
        if (!is_granted) {
          input.verdict = approvals::Verdict::hand_back;
          input.reason = approvals::Note::trusted(say(life, "returned"));
        }
        taken(approvals::decide(work, setting_.matters, brief.id, input), "approve");
        return;
      }
      ensure(false, "nobody of the demo may approve");
    }
  };
}

Play Steps::answers(complaints::AnswerMeans means, complaints::Delivery reached,
                    std::string_view phrase, std::string tried) const {
  return [this, means, reached, phrase, tried = std::move(tried)](Work& work, Life& life) {
    complaints::NewAnswer input;
    input.means = means;
    input.reached = reached;
    const std::string number =
        compact_day(work) + "-" + std::to_string(life.dice.between(1000, 8999));
    const std::string proof = means == complaints::AnswerMeans::telephone
                                  ? "录音" + life.recording
                                  : std::string{proved_by(means)} + number;
    input.proof = Text<200, Presence::required>::trusted(proof);
    input.note = note(say(life, phrase, tried));
    taken(complaints::answer(work, life.id, input), "answer");
  };
}

Play Steps::promises(FulfilmentKind kind, std::int64_t fen, Date due) const {
  return [this, kind, fen, due](Work& work, Life& life) {
    complaints::NewFulfilment input;
    input.kind = kind;
    input.content = note(life.told.fill(promised(kind), setting_.zone));
    if (fen > 0) input.amount_fen = fen;
    input.due_on = due;
    input.unit_id = life.unit->id;
    life.fulfilments.push_back(taken(complaints::promise(work, life.id, input), "promise").id);
  };
}

Play Steps::fulfils() const {
  return [](Work& work, Life& life) {
    for (const auto id : life.fulfilments) {
      const auto view = taken(complaints::find_fulfilment(work, id), "look for a fulfilment");
      if (view.state != complaints::FulfilmentState::open) continue;
      complaints::FulfilmentOutcome input;
      input.proof =
          complaints::ProofText::trusted(std::string{fulfilled_by(view.kind)} + compact_day(work) +
                                         "-" + std::to_string(life.dice.between(11, 899)));
      taken(complaints::end_fulfilment(work, id, input), "fulfil");
    }
  };
}

Play Steps::finds(complaints::Finding finding, const Unit& unit) const {
  return [this, finding, &unit](Work& work, Life& life) {
    complaints::NewFinding input;
    input.finding = finding;
    input.unit_id = unit.id;
    const bool is_open = finding == complaints::Finding::undetermined;
    input.grounds = note(say(life, is_open ? "grounds_undetermined" : "grounds"));
    taken(complaints::find_responsibility(work, life.id, input), "find responsibility");
  };
}

Play Steps::objects() const {
  return [this](Work& work, Life& life) {
    taken(complaints::object(work, life.id, {note(say(life, "objected"))}), "object");
  };
}

Play Steps::reviews(complaints::Finding finding) const {
  return [this, finding](Work& work, Life& life) {
    const bool is_changed = finding == complaints::Finding::not_responsible;
    taken(complaints::review_finding(work, life.id,
                                     {finding, note(say(life, is_changed ? "changed" : "upheld"))}),
          "review");
  };
}

Play Steps::names_cause(const Unit& unit) const {
  return [this, &unit](Work& work, Life& life) {
    complaints::NewRootCause input;
    input.cause = complaints::RequiredCode::trusted(std::string{root_cause_of(*life.told.matter)});
    input.unit_id = unit.id;
    input.analysis = note(say(life, "analysis"));
    if (!life.told.matter->root.empty())
      input.measures = note(life.told.fill("{root}", setting_.zone));
    taken(complaints::name_cause(work, life.id, input), "name the cause");
  };
}

// Without a score nobody was reached.
Play Steps::calls_back(std::int64_t score, std::string_view phrase) const {
  return [this, score, phrase](Work& work, Life& life) {
    complaints::NewCallback input;
    input.note = note(say(life, phrase));
    if (score == 0) {
      input.reached = complaints::Reached::no_answer;
    } else {
      input.result_score = score;
      input.process_score = std::max<std::int64_t>(1, score - life.dice.between(0, 1));
      input.attitude_score = std::min<std::int64_t>(5, score + life.dice.between(0, 1));
    }
    taken(complaints::call_back(work, life.id, input), "call back");
  };
}

Play Steps::closes() const {
  return [this](Work& work, Life& life) {
    complaints::Closure input;
    input.result = note(say(life, life.fulfilments.empty() ? "closed_note" : "closed_note_done"));
    taken(complaints::close(work, life.id, input), "close");
  };
}

Play Steps::closes_at_once(std::string_view phrase) const {
  return [this, phrase](Work& work, Life& life) {
    complaints::Closure input;
    input.result = note(say(life, phrase));
    taken(complaints::close(work, life.id, input), "close at once");
  };
}

Play Steps::closes_answered(bool in_call) const {
  return [this, in_call](Work& work, Life& life) {
    const std::string answer = life.told.fill(life.told.other->answer, setting_.zone);
    complaints::Closure input;
    input.result = note((in_call ? "坐席当时答复：" : "") + answer);
    taken(complaints::close(work, life.id, input), "close what is answered");
  };
}

// One in ten of what was settled on the spot is looked at again; which is the bank's secret.
Play Steps::checks_sample() const {
  return [this](Work& work, Life& life) {
    const auto complaint = complaints::find_complaint(work, Actor::system(), life.id);
    if (!complaint || complaint->sample_check != complaints::SampleCheck::due) return;
    const bool is_good = life.dice.happens(0.92);
    const auto result =
        is_good ? complaints::SampleResult::passed : complaints::SampleResult::failed;
    taken(complaints::check_sample(
              work, life.id, {result, note(say(life, is_good ? "sample_good" : "sample_bad"))}),
          "check a sample");
  };
}

// Where the lot has fallen on it; most are done within the month.
Play Steps::checks_classes() const {
  return [](Work& work, Life& life) {
    const auto complaint = complaints::find_complaint(work, Actor::system(), life.id);
    if (!complaint || complaint->state != complaints::State::closed) return;
    const auto check = complaints::class_check_of(work.tx, life.id);
    if (!check || check->state != complaints::ClassCheckState::due) return;
    taken(complaints::check_classes(work, life.id, {complaints::ClassVerdict::confirmed, {}}),
          "check classes");
  };
}

Play Steps::archives() const {
  return [](Work& work, Life& life) {
    const auto complaint = complaints::find_complaint(work, Actor::system(), life.id);
    if (complaint && complaint->sample_check == complaints::SampleCheck::due) return;
    complaints::Archiving input;
    if (life.told.way->voice == Voice::letter)
      input.location = Text<100, Presence::required>::trusted("消保档案室3排2柜");
    taken(complaints::archive(work, life.id, input), "archive");
  };
}

}  // namespace xb::app::demo
