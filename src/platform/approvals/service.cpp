#include "platform/approvals/service.h"

#include <algorithm>

#include "core/ensure.h"
#include "platform/approvals/rules.h"
#include "platform/evidence/log.h"
#include "platform/identity/rules.h"
#include "platform/inbox/service.h"

namespace xb::approvals {
namespace {

using identity::Hands;
using identity::Seat;

// The chairs are the ground on which those who sit there see the subject.
struct AskedFor {
  Id<Approval> approval_id;
  std::string matter;
  std::string rule;
  std::int64_t rule_version = 1;
  std::vector<Step> steps;
  std::vector<Seat> seats;
  Asked input;
};
BOOST_DESCRIBE_STRUCT(AskedFor, (), (approval_id, matter, rule, rule_version, steps, seats, input))

struct LaidBefore {
  Id<Approval> approval_id;
  std::string matter;
  std::vector<Seat> seats;
};
BOOST_DESCRIBE_STRUCT(LaidBefore, (), (approval_id, matter, seats))

struct Decided {
  Id<Approval> approval_id;
  std::string matter;
  std::int64_t step = 0;    // from 1
  std::vector<Seat> seats;  // before which it lies now
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (approval_id, matter, step, seats, reason))

struct Ended {
  Id<Approval> approval_id;
  std::string matter;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (approval_id, matter))

std::vector<Step> steps_of(const Approval& approval) {
  const auto json = parse_json(approval.steps);
  storage::cells::expect(json.has_value(), "the steps of an approval are no JSON");
  auto steps = Json<std::vector<Step>>::read(*json);
  storage::cells::expect(steps.has_value() && !steps->empty(), "the steps of an approval are odd");
  return std::move(*steps);
}

// The one that waits; the last, once all are done.
std::size_t current(const std::vector<Step>& steps) {
  std::size_t at = 0;
  while (at + 1 < steps.size() && steps[at].verdict) ++at;
  return at;
}

identity::Standing standing_of(const Approval& one) {
  return {{one.branch_id, one.sub_branch_id, one.outlet_id},
          one.handling_unit_id,
          one.handler_id,
          one.accused_id,
          one.shut_unit_id};
}

void stand(Approval& approval, const identity::Standing& at) {
  approval.branch_id = at.place.branch_id;
  approval.sub_branch_id = at.place.sub_branch_id;
  approval.outlet_id = at.place.outlet_id;
  approval.handling_unit_id = at.handling_unit_id;
  approval.handler_id = at.handler_id;
  approval.accused_id = at.accused_id;
  approval.shut_unit_id = at.shut_unit_id;
}

// Whoever has had a hand in it.
std::vector<Hands> hands_in(const Approval& approval, const std::vector<Step>& steps) {
  std::vector<Hands> out{{approval.asked_by_id, approval.asked_for_id}};
  if (approval.handler_id) out.push_back({approval.handler_id, {}});
  for (const Step& step : steps)
    if (step.person_id) out.push_back({*step.person_id, step.on_behalf_of.value_or(Id<Person>{})});
  return out;
}

// The chairs of the step that waits, without those in which only such people sit.
Result<std::vector<Seat>> seats_for(Work& work, const Approval& approval,
                                    const std::vector<Step>& steps) {
  std::vector<Id<Person>> barred;
  for (const Hands& hands : hands_in(approval, steps))
    for (const Id<Person> person : {hands.person, hands.on_behalf_of})
      if (person) barred.push_back(person);
  std::vector<Seat> out;
  for (const workflow::Office office : steps[current(steps)].offices)
    for (const Seat& seat : identity::seats_for(work, office, standing_of(approval), barred))
      if (std::find(out.begin(), out.end(), seat) == out.end()) out.push_back(seat);
  if (out.empty()) return refuse(Reason::conflict, "approval.nobody");
  return out;
}

evidence::Subject subject_of(const Approval& approval, const sealing::DataKey& key) {
  return {Id<Subject>{approval.subject_id}, key};
}

// Laid before other chairs, where those it lies before are not the right ones any more.
Result<void> lay_again(Work& work, const Approval& approval) {
  if (approval.state != State::waiting) return {};
  const auto seats = TRY(seats_for(work, approval, steps_of(approval)));
  if (seats == seats_before(work.tx, approval.id)) return {};
  set_seats(work, approval.id, seats);
  const auto key = sealing::key(work, approval.key_id);
  evidence::append(work, "approval.laid_before", subject_of(approval, key),
                   LaidBefore{approval.id, approval.matter, seats});
  return {};
}

bool is_hand_of(const Actor& actor, Id<Person> person) {
  return person && (person == actor.person || person == actor.on_behalf_of);
}
bool has_asked(const Actor& actor, const Approval& approval) {
  return is_hand_of(actor, approval.asked_by_id) || is_hand_of(actor, approval.asked_for_id);
}

bool sits_before(Work& work, const Approval& approval) {
  const auto before = seats_before(work.tx, approval.id);
  const auto own = identity::seats_of(work.tx, work.actor);
  return std::any_of(own.begin(), own.end(), [&](const Seat& seat) {
    return std::find(before.begin(), before.end(), seat) != before.end();
  });
}

bool has_decided(const Actor& actor, const Approval& approval) {
  for (const Step& step : steps_of(approval))
    if (step.person_id == actor.person) return true;
  return false;
}

Result<Approval> visible(Work& work, Id<Approval> id) {
  auto found = find(work, work.actor, id);
  const bool is_his = found && (has_asked(work.actor, *found) || has_decided(work.actor, *found) ||
                                sits_before(work, *found));
  if (!is_his) return refuse(Reason::missing, "approval.missing");
  return std::move(*found);
}

Result<void> spend_version(Work& work, const Approval& approval) {
  TRY(check_version(work, approval.version));
  // What follows changes other rows, whose versions nobody told.
  work.if_version.reset();
  return {};
}

const Matter& matter_of(const Matters& matters, const Approval& approval) {
  const auto found = std::find_if(matters.begin(), matters.end(),
                                  [&](const Matter& one) { return one.name == approval.matter; });
  ensure(found != matters.end(), "an approval is of a matter that no module brings");
  return *found;
}

Result<void> fall_through(Work& work, const Matters& matters, const Approval& approval) {
  const Matter& matter = matter_of(matters, approval);
  if (matter.not_granted) TRY(matter.not_granted(work, approval));
  return {};
}

ApprovalView view_of(Work& work, const Matters& matters, const Approval& one) {
  const auto* rule = work.limits->approvals().find(one.rule, one.rule_version);
  const auto his = waiting_before(work.tx, work.actor, one.subject_id);
  return {.id = one.id,
          .matter = one.matter,
          .subject_kind = one.subject_kind,
          .subject_id = {one.subject_id},
          .subject_number = one.subject_number,
          .state = one.state,
          .input = {matter_of(matters, one).show(one.input)},
          .rule = one.rule,
          .rule_version = one.rule_version,
          .source = rule == nullptr ? std::string{} : rule->source,
          .steps = steps_of(one),
          .waits_for_you = std::find(his.begin(), his.end(), one.id) != his.end(),
          .asked_by_id = one.asked_by_id,
          .asked_for_id = given(one.asked_for_id),
          .asked_at = one.asked_at,
          .settled_at = one.settled_at,
          .reason = one.reason,
          .version = one.version};
}

void tell(Work& work, const Approval& approval, const sealing::DataKey& key, Action action,
          const Decided& decided) {
  const auto subject = subject_of(approval, key);
  const Ended ended{approval.id, approval.matter};
  switch (action) {
    case Action::pass: return evidence::append(work, "approval.passed", subject, decided);
    case Action::grant: return evidence::append(work, "approval.granted", subject, decided);
    case Action::refuse: return evidence::append(work, "approval.refused", subject, decided);
    case Action::hand_back: return evidence::append(work, "approval.handed_back", subject, decided);
    case Action::take_back: return evidence::append(work, "approval.taken_back", subject, ended);
    case Action::lapse: return evidence::append(work, "approval.lapsed", subject, ended);
    case Action::spend: return;  // the entry of what was done tells of it
  }
}

// Takes the action and stores the approval.
Result<void> advance(Work& work, Approval& approval, Action action, Decided decided = {}) {
  approval.state = TRY(after(approval.state, action));
  if (action != Action::pass) approval.settled_at = work.now;
  const auto key = sealing::key(work, approval.key_id);
  TRY(update(work, approval, key));
  decided.approval_id = approval.id;
  decided.matter = approval.matter;
  tell(work, approval, key, action, decided);
  return {};
}

inbox::Kind news_of(Action action) {
  if (action == Action::grant) return inbox::Kind::granted;
  return action == Action::refuse ? inbox::Kind::refused : inbox::Kind::handed_back;
}

// Whoever asked hears what has become of it; of a step on the way he does not.
void tell_asker(Work& work, const Approval& approval, Action action) {
  if (action == Action::pass) return;
  inbox::tell(work, {approval.asked_by_id, {}},
              {.kind = news_of(action),
               .matter = approval.matter,
               .subject_kind = approval.subject_kind,
               .subject_id = approval.subject_id,
               .subject_number = approval.subject_number,
               .approval_id = approval.id.number,
               .accused_id = approval.accused_id,
               .shut_unit_id = approval.shut_unit_id});
}

Action action_of(Verdict verdict, bool has_next) {
  switch (verdict) {
    case Verdict::grant: return has_next ? Action::pass : Action::grant;
    case Verdict::refuse: return Action::refuse;
    case Verdict::hand_back: return Action::hand_back;
  }
  std::abort();
}

Result<void> check_hands(Work& work, const Approval& approval, const std::vector<Step>& steps) {
  const Hands own{work.actor.person, work.actor.on_behalf_of};
  for (const Hands& other : hands_in(approval, steps))
    if (!identity::different_persons(own, other))
      return refuse(Reason::forbidden, "approval.same_person");
  return {};
}

}  // namespace

const workflow::ApprovalRule* rule_for(const Work& work, const Question& question) {
  ensure(work.limits != nullptr, "this work knows no limits");
  const auto* rule = work.limits->approvals().choose(question.matter, question.facts,
                                                     question.amount_fen, work.zone.date(work.now));
  return rule == nullptr || rule->steps.empty() ? nullptr : rule;
}

Result<Approval> ask(Work& work, const About& about, const workflow::ApprovalRule& rule,
                     const Asked& input) {
  if (auto open = open_of(work, about.id, rule.matter)) {
    if (open->input != input) return refuse(Reason::conflict, "approval.other_open");
    TRY(lay_again(work, *open));
    return std::move(*open);
  }
  const auto key = sealing::key(work, about.key_id);
  std::vector<Step> steps;
  for (const workflow::ApprovalStep& offices : rule.steps)
    steps.push_back({offices, {}, {}, {}, {}});
  Approval made{.id = work.new_id<Approval>(),
                .key_id = about.key_id,
                .subject_kind = about.kind,
                .subject_id = about.id,
                .subject_number = about.number,
                .matter = rule.matter,
                .rule = rule.rule,
                .rule_version = rule.version,
                .input = input,
                .steps = to_json(steps),
                .asked_by_id = work.actor.person,
                .asked_for_id = work.actor.on_behalf_of,
                .asked_at = work.now,
                .settled_at = {},
                .reason = {},
                .mac = {}};
  stand(made, about.standing);
  const auto seats = TRY(seats_for(work, made, steps));
  insert(work, made, key);
  inbox::settle(work.tx, about.id, rule.matter);
  set_seats(work, made.id, seats);
  evidence::append(
      work, "approval.asked", subject_of(made, key),
      AskedFor{made.id, made.matter, made.rule, made.rule_version, steps, seats, input});
  return made;
}

Result<void> spend(Work& work, Approval& approval) {
  return advance(work, approval, Action::spend);
}

Result<void> lapse_all(Work& work, std::int64_t subject_id) {
  inbox::erase_of(work.tx, subject_id);
  for (Approval& open : open_of(work, subject_id)) TRY(advance(work, open, Action::lapse));
  return {};
}

Result<void> follow(Work& work, std::int64_t subject_id, const identity::Standing& standing) {
  for (Approval& open : open_of(work, subject_id)) {
    stand(open, standing);
    TRY(update(work, open, sealing::key(work, open.key_id)));
    // Where nobody is left who may approve it stays where it lies.
    if (const auto laid = lay_again(work, open); !laid && laid.error().code != "approval.nobody")
      return tl::unexpected(laid.error());
  }
  return {};
}

bool opens(Work& work, std::int64_t subject_id) {
  return !waiting_before(work.tx, work.actor, subject_id).empty();
}

Result<ApprovalView> decide(Work& work, const Matters& matters, Id<Approval> id,
                            const VerdictInput& input) {
  Approval approval = TRY(visible(work, id));
  if (!sits_before(work, approval)) return refuse(Reason::forbidden, "approval.not_yours");
  TRY(spend_version(work, approval));
  if (approval.state != State::waiting) return refuse(Reason::conflict, "approval.settled");
  std::vector<Step> steps = steps_of(approval);
  TRY(check_hands(work, approval, steps));
  if (input.verdict != Verdict::grant && !input.reason)
    return refuse(Reason::invalid, "approval.reason_missing", "reason");
  const std::size_t at = current(steps);
  const Action action = action_of(input.verdict, at + 1 < steps.size());
  steps[at].person_id = work.actor.person;
  steps[at].on_behalf_of = given(work.actor.on_behalf_of);
  steps[at].at = work.now;
  steps[at].verdict = input.verdict;
  approval.steps = to_json(steps);
  approval.reason = input.reason;
  Decided decided{.approval_id = {},
                  .matter = {},
                  .step = static_cast<std::int64_t>(at) + 1,
                  .seats = {},
                  .reason = input.reason};
  if (action == Action::pass) {
    decided.seats = TRY(seats_for(work, approval, steps));
    set_seats(work, approval.id, decided.seats);
  }
  TRY(advance(work, approval, action, decided));
  if (action == Action::grant) {
    const Effect effect = TRY(matter_of(matters, approval).granted(work, approval));
    if (effect == Effect::done) TRY(spend(work, approval));
  }
  tell_asker(work, approval, action);
  if (action == Action::refuse || action == Action::hand_back)
    TRY(fall_through(work, matters, approval));
  return view_of(work, matters, approval);
}

Result<ApprovalView> take_back(Work& work, const Matters& matters, Id<Approval> id) {
  Approval approval = TRY(visible(work, id));
  if (!has_asked(work.actor, approval)) return refuse(Reason::forbidden, "approval.not_yours");
  TRY(spend_version(work, approval));
  TRY(advance(work, approval, Action::take_back));
  TRY(fall_through(work, matters, approval));
  return view_of(work, matters, approval);
}

Result<ApprovalView> find(Work& work, const Matters& matters, Id<Approval> id) {
  const Approval approval = TRY(visible(work, id));
  return view_of(work, matters, approval);
}

}  // namespace xb::approvals
