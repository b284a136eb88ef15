// How a case of the demo bank begins: registering, triage, assignment.
#include "app/demo/steps.h"
#include "modules/complaints/assignment/service.h"
#include "modules/complaints/classification/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/similar/service.h"
#include "modules/complaints/withdrawal/service.h"
#include "platform/identity/rules.h"

namespace xb::app::demo {
namespace {

complaints::Note note(std::string text) { return complaints::Note::trusted(std::move(text)); }

complaints::Code code(const std::string& text) { return complaints::Code::trusted(text); }

void remember(Life& life, const complaints::ComplaintState& state) {
  life.id = state.id;
  life.number = state.number;
}

}  // namespace

// Nobody writes the same twice running.
std::string Steps::say(Life& life, std::string_view phrase, std::string_view next) const {
  const auto& texts = book().phrase(phrase);
  std::size_t at = static_cast<std::size_t>(life.dice.below(texts.size()));
  const auto [last, is_first] = life.said.try_emplace(phrase, at);
  if (!is_first && last->second == at) at = (at + 1) % texts.size();
  last->second = at;
  return life.told.fill(texts[at], setting_.zone, next);
}

Actor Steps::as(const Staff& staff, std::string_view permission, const Work& work) const {
  return setting_.cast.actor(staff, permission, work.zone.date(work.now));
}

// The call centre and the head office note for whom it is: the place of the outlet.
Play Steps::registers(const Staff* accused) const {
  return [this, accused](Work& work, Life& life) {
    move_in(life, setting_.cast);
    auto input = setting_.teller.new_complaint(life.told, life.dice);
    input.region = code(setting_.cast.region_of(*life.outlet));
    if (accused != nullptr) input.accused_id = accused->id;
    if (life.mistaken != nullptr) {
      input.business = code(life.mistaken->business);
      input.cause = code(life.mistaken->cause);
      input.product = code(life.mistaken->product);
    }
    work.actor.place = identity::place_of(*life.outlet);
    remember(life, taken(complaints::register_complaint(work, input), "register"));
  };
}

Play Steps::takes_in(complaints::IntakeKind kind) const {
  return [this, kind](Work& work, Life& life) {
    move_in(life, setting_.cast);
    auto input = setting_.teller.new_complaint(life.told, life.dice);
    const bool is_settled = kind == complaints::IntakeKind::on_the_spot;
    input.region = code(setting_.cast.region_of(*life.outlet));
    input.amount_fen.reset();
    input.agent.reset();
    input.claim.reset();
    input.rights.reset();
    input.claim_kinds.reset();
    input.cause.reset();
    if (is_settled) {
      input.method = note("现场沟通");
      input.result = note(life.told.fill(life.told.other->answer, setting_.zone));
    }
    work.actor.place = identity::place_of(*life.outlet);
    remember(life, taken(complaints::take_in(work, kind, input), "take in"));
  };
}

Play Steps::accepts(complaints::Tier tier, complaints::Urgency urgency) const {
  return [tier, urgency](Work& work, Life& life) {
    complaints::Acceptance input{tier, urgency, {}};
    if (tier == complaints::Tier::complex)
      input.note = note("需多个部门共同核实，按复杂件定级，请优先办理。");
    if (tier == complaints::Tier::major)
      input.note = note("涉及多名客户，按重大投诉定级，请优先办理。");
    taken(complaints::accept(work, life.id, input), "accept");
  };
}

Play Steps::redirects() const {
  return [](Work& work, Life& life) {
    const Other& other = *life.told.other;
    const auto to = other.instead == "consultation" ? complaints::OtherIntake::consultation
                    : other.instead == "suggestion" ? complaints::OtherIntake::suggestion
                                                    : complaints::OtherIntake::other;
    taken(complaints::redirect(work, life.id, {to, note(other.answer)}), "redirect");
  };
}

Play Steps::refuses() const {
  return [this](Work& work, Life& life) {
    taken(complaints::refuse_complaint(
              work, life.id,
              {complaints::RefusalGround::no_authorisation, note(say(life, "refused")), work.now}),
          "refuse");
  };
}

Play Steps::joins(const Life* first) const {
  return [this, first](Work& work, Life& life) {
    taken(complaints::join(work, life.id, {first->id, note(say(life, "joined"))}), "join");
  };
}

Play Steps::reclassifies() const {
  return [this](Work& work, Life& life) {
    const Matter& right = *life.told.matter;
    complaints::Reclassification input;
    input.business = code(right.business);
    input.cause = code(right.cause);
    input.product = code(right.product);
    input.reason = note(say(life, "reclassified"));
    taken(complaints::reclassify(work, life.id, input), "reclassify");
  };
}

Play Steps::assigns(const Unit& unit, const Staff* handler, bool is_again) const {
  return [this, &unit, handler, is_again](Work& work, Life& life) {
    complaints::Assignment input;
    input.unit_id = unit.id;
    if (handler != nullptr) input.handler_id = handler->id;
    if (is_again) input.reason = note(say(life, "transferred"));
    life.unit = &unit;
    life.handler = handler;
    taken(complaints::assign(work, life.id, input), "assign");
  };
}

Play Steps::takes_over() const {
  return
      [](Work& work, Life& life) { taken(complaints::take_over(work, life.id, {}), "take over"); };
}

Play Steps::withdraws() const {
  return [this](Work& work, Life& life) {
    constexpr std::pair<std::string_view, complaints::Proof> ways[] = {
        {"withdrawn_by_call", complaints::Proof::recorded_call},
        {"withdrawn_on_paper", complaints::Proof::signed_paper},
        {"withdrawn_in_writing", complaints::Proof::written_message}};
    const auto& [phrase, proof] = ways[life.dice.below(std::size(ways))];
    taken(complaints::withdraw(work, life.id, {note(say(life, phrase)), proof}), "withdraw");
  };
}

}  // namespace xb::app::demo
