// How a case of the demo bank is worked on: contacts, tasks, offers, reminders, limits.
#include <algorithm>

#include "app/demo/placing.h"
#include "app/demo/steps.h"
#include "modules/complaints/clocks/service.h"
#include "modules/complaints/preservation/service.h"
#include "modules/complaints/raising/service.h"
#include "modules/complaints/supervision/service.h"
#include "modules/complaints/supplement/service.h"
#include "modules/complaints/tasks/service.h"
#include "platform/clocks/service.h"

namespace xb::app::demo {
namespace {

using complaints::ContactMeans;
using complaints::ContactOutcome;
using std::chrono::seconds;

complaints::Note note(std::string text) { return complaints::Note::trusted(std::move(text)); }

std::string recording(const Life& life, const Work& work, Dice& dice) {
  std::string day = format(work.zone.date(work.now));
  std::erase(day, '-');
  (void)life;
  return "CC" + day + "-" + std::to_string(dice.between(1000, 8999));
}

// Of two phrases that belong together the same one.
std::string of_same_place(const Life& life, std::string_view phrase) {
  const auto& texts = book().phrase(phrase);
  return texts[static_cast<std::size_t>(life.id.number) % texts.size()];
}

// As long as its note lets it be.
seconds length_of(Dice& dice, std::string_view said) {
  struct Length {
    std::string_view says;
    std::int64_t from, until;
  };
  constexpr Length lengths[] = {{"约十分钟", 540, 660},
                                {"约二十分钟", 1'100, 1'300},
                                {"信号不好", 40, 110},
                                {"简短沟通", 60, 150},
                                {"在开会", 40, 120}};
  for (const Length& one : lengths)
    if (said.find(one.says) != std::string_view::npos)
      return seconds{dice.between(one.from, one.until)};
  return seconds{dice.between(130, 1'300)};
}

complaints::GivenNotice notice(Work& work, Life& life) {
  return {work.zone.date(work.now), complaints::NoticeMeans::recorded_call,
          Text<200, Presence::required>::trusted("录音" + recording(life, work, life.dice))};
}

}  // namespace

Play Steps::misses() const {
  return [this](Work& work, Life& life) {
    complaints::NewContact input;
    input.outcome = ContactOutcome::missed;
    input.said = note(say(life, life.misses++ == 0 ? "missed" : "missed_again"));
    taken(complaints::record_contact(work, life.id, input), "missed contact");
  };
}

Play Steps::texts(std::string_view phrase) const {
  return [this, phrase](Work& work, Life& life) {
    complaints::NewContact input;
    input.means = ContactMeans::sms;
    input.outcome = ContactOutcome::sent;
    const Date next = setting_.days.working_day(work.zone.date(work.now), 2);
    input.said = note(say(life, phrase, chinese_day(next)));
    taken(complaints::record_contact(work, life.id, input), "text message");
  };
}

Play Steps::reaches(std::string_view phrase, Date next) const {
  return [this, phrase, next](Work& work, Life& life) {
    complaints::NewContact input;
    input.identity_check = complaints::IdentityCheck::name_and_document;
    life.recording = recording(life, work, life.dice);
    input.recording = complaints::Code::trusted(life.recording);
    const bool knows_more = phrase == "progress" && life.is_task_answered && life.dice.happens(0.6);
    std::string said = say(life, knows_more ? "progress_answered" : phrase, chinese_day(next));
    // Who asks not to be called on his telephone is called on the other.
    if (!life.reached_on && life.told.text.find("请勿电话联系") != std::string::npos)
      said = "改拨开户时留存的另一号码接通。" + said;
    input.begun_at = std::max(life.told.received_at, work.now - length_of(life.dice, said));
    input.ended_at = work.now;
    input.said = note(std::move(said));
    input.next_contact_on = next;
    life.misses = 0;
    if (!life.reached_on) life.reached_on = work.zone.date(work.now);
    taken(complaints::record_contact(work, life.id, input), "contact");
  };
}

Play Steps::meets(std::string_view phrase) const {
  return [this, phrase](Work& work, Life& life) {
    complaints::NewContact input;
    input.means = ContactMeans::interview;
    std::string said = say(life, phrase);
    input.begun_at = std::max(life.told.received_at, work.now - length_of(life.dice, said));
    input.ended_at = work.now;
    input.identity_check = complaints::IdentityCheck::in_person;
    input.said = note(std::move(said));
    input.next_contact_on = setting_.days.working_day(work.zone.date(work.now), 1);
    life.misses = 0;
    taken(complaints::record_contact(work, life.id, input), "meeting");
  };
}

Play Steps::hears_in_call(std::string_view phrase) const {
  return [this, phrase](Work& work, Life& life) {
    complaints::NewContact input;
    input.direction = complaints::Direction::incoming;
    input.begun_at = life.told.received_at;
    input.ended_at = work.now;
    input.identity_check = complaints::IdentityCheck::name_and_document;
    input.recording = complaints::Code::trusted(recording(life, work, life.dice));
    input.said = note(say(life, phrase));
    input.next_contact_on = setting_.days.working_day(work.zone.date(work.now), 1);
    taken(complaints::record_contact(work, life.id, input), "call that goes on");
  };
}

Play Steps::is_called(std::string_view phrase, Date next) const {
  return [this, phrase, next](Work& work, Life& life) {
    complaints::NewContact input;
    input.direction = complaints::Direction::incoming;
    input.identity_check = complaints::IdentityCheck::known_number;
    input.said = note(say(life, phrase, chinese_day(next)));
    input.next_contact_on = next;
    life.misses = 0;
    taken(complaints::record_contact(work, life.id, input), "call of the complainant");
  };
}

Play Steps::dispatches(const Unit& unit, Date due) const {
  return [this, &unit, due](Work& work, Life& life) {
    complaints::NewTask input;
    input.unit_id = unit.id;
    input.question = note(say(life, "question"));
    const auto limit = clocks::running(work, life.id.number, "decide");
    const bool runs = limit && work.now < limit->due_at;
    input.due_on = runs ? std::min(due, limit->due_on) : due;
    life.tasks.push_back(taken(complaints::dispatch(work, life.id, input), "dispatch").id);
  };
}

Play Steps::answers_task() const {
  return [this](Work& work, Life& life) {
    taken(complaints::answer_task(work, life.tasks.back(), {note(say(life, "answer"))}),
          "answer a task");
    life.is_task_answered = true;
  };
}

Play Steps::hands_back() const {
  return [this](Work& work, Life& life) {
    complaints::HandBack input;
    input.ground = life.dice.happens(0.6) ? complaints::HandBackGround::not_competent
                                          : complaints::HandBackGround::facts_missing;
    const bool lacks_facts = input.ground == complaints::HandBackGround::facts_missing;
    input.reason = note(say(life, lacks_facts ? "handed_back_facts" : "handed_back"));
    taken(complaints::hand_back(work, life.tasks.back(), input), "hand back");
  };
}

Play Steps::asks_supplement(Date until) const {
  return [until](Work& work, Life& life) {
    complaints::NewSupplementRequest input;
    input.materials = {complaints::Material::claim_and_facts};
    input.question = note(of_same_place(life, "supplement"));
    input.bank_lacks = true;
    input.until_on = until;
    taken(complaints::request_supplement(work, life.id, input), "ask for a supplement");
  };
}

Play Steps::supplements() const {
  return [](Work& work, Life& life) {
    complaints::NewSupplement input;
    input.materials = {complaints::Material::claim_and_facts};
    input.note = note(of_same_place(life, "supplied"));
    taken(complaints::add_supplement(work, life.id, input), "supplement");
  };
}

Play Steps::offers(std::int64_t fen, std::int64_t demand_fen) const {
  return [this, fen, demand_fen](Work& work, Life& life) {
    complaints::NewOffer input;
    input.amount_fen = fen;
    if (demand_fen > 0) input.demand_fen = demand_fen;
    if (fen > 0) life.told.paid = yuan(fen);
    input.terms = note(say(life, "terms"));
    life.offer = taken(complaints::make_offer(work, life.id, input), "offer").id;
  };
}

Play Steps::settles(bool is_accepted) const {
  return [this, is_accepted](Work& work, Life& life) {
    const auto outcome =
        is_accepted ? complaints::OfferOutcome::accepted : complaints::OfferOutcome::declined;
    const auto said = note(say(life, is_accepted ? "accepted" : "declined"));
    taken(complaints::settle_offer(work, life.offer, {outcome, said}), "settle an offer");
  };
}

Play Steps::chases(Date due) const {
  return [this, due](Work& work, Life& life) {
    complaints::NewChase input;
    input.due_on = due;
    input.note = note(say(life, "chase"));
    life.supervision = taken(complaints::chase(work, life.id, input), "chase").id;
  };
}

Play Steps::acknowledges() const {
  return [this](Work& work, Life& life) {
    taken(complaints::acknowledge_chase(work, life.supervision, {note(say(life, "acknowledged"))}),
          "acknowledge");
  };
}

Play Steps::supervises(Date due, std::string letter) const {
  return [this, due, letter = std::move(letter)](Work& work, Life& life) {
    complaints::NewOrder input;
    input.due_on = due;
    input.demand = note(say(life, "order"));
    input.letter_no = complaints::Code::trusted(letter);
    life.supervision = taken(complaints::supervise(work, life.id, input), "supervise").id;
  };
}

Play Steps::replies() const {
  return [this](Work& work, Life& life) {
    taken(complaints::reply(work, life.supervision, {note(say(life, "replied"))}), "reply");
  };
}

Play Steps::raises(const Unit& unit, const Staff& leader, const Staff* handler, const Life* earlier,
                   bool is_major) const {
  return [&unit, &leader, handler, earlier, is_major](Work& work, Life& life) {
    complaints::Raising input;
    input.ground = is_major             ? complaints::RaisingGround::major
                   : earlier != nullptr ? complaints::RaisingGround::repeated
                                        : complaints::RaisingGround::other;
    if (earlier != nullptr) input.earlier_id = earlier->id;
    input.unit_id = unit.id;
    input.leader_id = leader.id;
    if (handler != nullptr) input.handler_id = handler->id;
    input.reason = note(is_major ? "群体性重大投诉，提级办理，由领导包案。"
                                 : "同一客户就同一事项第二次投诉，按规定提级办理。");
    life.unit = &unit;
    life.handler = handler;
    taken(complaints::raise(work, life.id, input), "raise");
  };
}

Play Steps::asks_to_keep() const {
  return [this](Work& work, Life& life) {
    complaints::PreservationRequest input;
    input.kind = complaints::EvidenceKind::cctv;
    input.what = complaints::EvidenceText::trusted(life.told.outlet + "营业大厅及柜台监控，" +
                                                   life.told.fill("{d-1}", setting_.zone) + "全天");
    input.place = complaints::EvidenceText::trusted(life.told.outlet + "监控机房");
    input.keeper = complaints::EvidenceText::trusted("网点安全员");
    input.recorded_on = work.zone.date(life.told.received_at) + std::chrono::days{-1};
    life.preservation =
        taken(complaints::request_preservation(work, life.id, input), "keep evidence").id;
  };
}

Play Steps::could_not_keep() const {
  return [this](Work& work, Life& life) {
    if (!life.preservation) return;
    complaints::PreservationOutcome input;
    input.outcome = complaints::Preserved::lost;
    input.note = complaints::EvidenceText::trusted(say(life, "kept"));
    taken(complaints::settle_preservation(work, life.preservation, input), "evidence lost");
  };
}

Play Steps::extends(std::int64_t to_total, bool is_told) const {
  return [to_total, is_told](Work& work, Life& life) {
    complaints::ExtensionInput input;
    input.to_total = to_total;
    const bool is_of_card = life.told.matter->cause == "card_fraud";
    input.reason = note(of_same_place(life, is_of_card ? "extension_card" : "extension"));
    if (is_told) input.notice = notice(work, life);
    taken(complaints::extend(work, life.id, input), "extend");
  };
}

Play Steps::excludes(bool is_appraisal) const {
  return [is_appraisal](Work& work, Life& life) {
    complaints::ExclusionInput input;
    input.kind =
        is_appraisal ? workflow::ExclusionKind::appraisal : workflow::ExclusionKind::mediation;
    input.from = work.zone.date(work.now);
    input.reason = note(
        is_appraisal ? "委托司法鉴定机构对借款合同签名进行笔迹鉴定，鉴定期间不计入办理期限。"
                     : "双方同意由江澜市银行业保险业纠纷调解中心调解，调解期间不计入办理期限。");
    input.notice = notice(work, life);
    taken(complaints::exclude(work, life.id, input), "exclude days");
  };
}

Play Steps::ends_exclusion() const {
  return [](Work& work, Life& life) {
    complaints::ExclusionEnd input;
    input.until = work.zone.date(work.now);
    input.reason = note("收到鉴定意见书，恢复计算办理期限。");
    taken(complaints::end_exclusion(work, life.id, input), "end an exclusion");
  };
}

}  // namespace xb::app::demo
