#include "modules/complaints/following/service.h"

#include <algorithm>

#include "modules/complaints/attachments/store.h"
#include "modules/complaints/callback/store.h"
#include "modules/complaints/decision/store.h"
#include "modules/complaints/following/store.h"
#include "modules/complaints/numbers.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "modules/complaints/supplement/service.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"
#include "platform/identity/organisation/store.h"
#include "platform/identity/store.h"
#include "platform/sealing/crypto.h"

namespace xb::complaints {
namespace {

constexpr std::size_t entries_max = 1000;
constexpr std::chrono::days dispute_days{30};
constexpr std::int64_t nobodys_id = 0;  // its code is reckoned where there is no case

struct ContactChanged {
  Proof proof{};
  Personal<privacy::Phone> phone;
};
BOOST_DESCRIBE_STRUCT(ContactChanged, (), (proof, phone))

using Entries = std::vector<evidence::TimelineEntry>;

std::optional<Instant> first_of(const Entries& entries, std::initializer_list<const char*> kinds) {
  for (const auto& entry : entries)
    if (std::find(kinds.begin(), kinds.end(), entry.kind) != kinds.end()) return entry.at;
  return {};
}

// When the consumer accepted the answer that now stands.
std::optional<Instant> accepted_at(const Entries& entries) {
  std::optional<Instant> out;
  for (const auto& entry : entries) {
    if (entry.kind == "complaint.answered") out.reset();
    if (entry.kind == "complaint.answer_accepted") out = entry.at;
  }
  return out;
}

// What came later says that what is before it has been, too.
std::vector<StepTaken> steps_of(const Complaint& complaint, const Entries& entries) {
  std::vector<StepTaken> out{
      {ProgressStep::registered, complaint.registered_at},
      {ProgressStep::accepted, first_of(entries, {"complaint.accepted"})},
      {ProgressStep::handling, first_of(entries, {"complaint.assigned", "complaint.taken_over"})},
      {ProgressStep::answered, complaint.answered_at},
      {ProgressStep::closed, {}}};
  if (complaint.state == State::closed) out.back().at = complaint.closed_at;
  for (std::size_t i = out.size() - 1; i > 0; --i)
    if (out[i].at && !out[i - 1].at) out[i - 1].at = out[i].at;
  return out;
}

bool is_regulatory(Work& work, const clocks::Clock& clock) {
  const auto* rule = work.limits->book().find(clock.rule, clock.rule_version);
  return rule != nullptr && rule->kind == workflow::RuleKind::regulatory;
}

// The first date of the running clocks that a regulator or a law has set.
std::optional<Date> legal_date(Work& work, const std::vector<clocks::Clock>& clocks) {
  std::optional<Date> out;
  for (const clocks::Clock& clock : clocks)
    if (!clock.stopped_at && is_regulatory(work, clock) && (!out || clock.due_on < *out))
      out = clock.due_on;
  return out;
}

std::optional<Date> contact_date(const Complaint& complaint,
                                 const std::vector<clocks::Clock>& clocks) {
  for (const clocks::Clock& clock : clocks)
    if (!clock.stopped_at && clock.span == "first_contact") return clock.due_on;
  return complaint.next_contact_on;
}

std::optional<DayFacts> facts_if(Work& work, std::optional<Date> on) {
  if (!on) return {};
  return day_facts(work, *on);
}

std::optional<AskedFor> asked_for(Work& work, Id<Complaint> id) {
  const auto supplements = supplements_of(work, id);
  if (!supplements || supplements->requests.empty()) return {};
  const SupplementRequestView& last = supplements->requests.back();
  if (last.settled_at) return {};
  return AskedFor{last.asked_at, last.until_on, {last.question.reveal()}};
}

// One word on how it went, for each answer.
bool has_rated(Work& work, const Complaint& complaint) {
  for (const Callback& row : callbacks_in(work, complaint.id))
    if (row.means == CallbackMeans::portal &&
        (!complaint.answered_at || row.made_at >= *complaint.answered_at))
      return true;
  return false;
}

std::int64_t files_brought(Work& work, Id<Complaint> id) {
  const auto files = attachments_of(work, id);
  return std::count_if(files.begin(), files.end(),
                       [](const Attachment& one) { return !one.added_by && !one.voided_at; });
}

bool has_reachable_contact(State state) { return !is_over(state) || state == State::closed; }

bool holds(const std::vector<ConsumerAct>& acts, ConsumerAct act) {
  return std::find(acts.begin(), acts.end(), act) != acts.end();
}

std::vector<ConsumerAct> acts_of(Work& work, const Complaint& complaint) {
  std::vector<ConsumerAct> out;
  const auto add_if = [&](bool may, ConsumerAct act) {
    if (may) out.push_back(act);
  };
  add_if(after(complaint.state, Action::supplement).has_value(), ConsumerAct::supplement);
  add_if(after(complaint.state, Action::rate) && !has_rated(work, complaint), ConsumerAct::rate);
  add_if(after(complaint.state, Action::withdraw).has_value(), ConsumerAct::withdraw);
  const auto until = dispute_until(work, complaint);
  const auto objection = objection_of(work, complaint.id);
  const bool is_free = !objection || objection->state != AnswerObjectionState::waiting;
  const auto entries = evidence::timeline(work, complaint.id.number, 0, entries_max);
  add_if(until && is_free && !accepted_at(entries), ConsumerAct::accept);
  add_if(until && is_free && work.zone.date(work.now) <= *until, ConsumerAct::dispute);
  add_if(has_reachable_contact(complaint.state), ConsumerAct::change_contact);
  return out;
}

std::optional<AnswerGiven> answer_given(Work& work, Id<Complaint> id) {
  const auto answers = answers_in(work, id);
  if (answers.empty()) return {};
  const Answer& last = answers.back();
  AnswerGiven out{last.given_on, last.means, last.reached, {}, {}};
  for (const Proposal& one : proposals_in(work, id)) {
    if (one.state != ProposalState::approved) continue;
    out.outcome = one.outcome;
    out.letter_number = one.letter_number;
  }
  return out;
}

}  // namespace

bool is_number(std::string_view number) { return has_check_digit(number); }

std::optional<Id<Complaint>> case_of(Work& work, std::string_view number, std::string_view code) {
  const auto found = coded_by_number(work.tx, number);
  const Coded it = found.value_or(Coded{{nobodys_id}, 1});
  const bool is_right =
      sealing::equal_in_constant_time(receipt_code(work.keys, it.id, it.receipt_epoch), code);
  if (!found || !is_right) return {};
  return it.id;
}

std::optional<Coded> coded_case(Work& work, std::string_view number) {
  return coded_by_number(work.tx, number);
}

std::string receipt_code_of(Work& work, Id<Complaint> id) {
  const auto found = coded(work.tx, id);
  return receipt_code(work.keys, id, found ? found->receipt_epoch : 1);
}

DayFacts day_facts(Work& work, Date on) {
  const auto calendars = work.limits->calendars();
  const workflow::Calendar& calendar = calendars->now();
  return {on, static_cast<std::int64_t>(std::chrono::weekday{on.days}.iso_encoding()),
          calendar.is_working(on), std::string{calendar.name(on)},
          (on.days - work.zone.date(work.now).days).count()};
}

UnitNames unit_of(Work& work, const Complaint& complaint) {
  for (const Id<Unit> id : {complaint.handling_unit_id, complaint.outlet_id,
                            complaint.sub_branch_id, complaint.branch_id})
    if (id)
      if (const auto unit = identity::find_unit(work.tx, id)) return {unit->name, unit->name_en};
  const auto head = identity::head_office(work.tx);
  return head ? UnitNames{head->name, head->name_en} : UnitNames{};
}

std::optional<Date> dispute_until(Work& work, const Complaint& complaint) {
  const bool is_told = complaint.state == State::answered || complaint.state == State::closed;
  const auto told_at = complaint.answered_at ? complaint.answered_at : complaint.closed_at;
  if (!is_told || !told_at) return {};
  return work.zone.date(*told_at) + dispute_days;
}

Result<Progress> progress_of(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  const auto entries = evidence::timeline(work, id.number, 0, entries_max);
  const auto clocks = clocks::clocks_of(work.tx, id.number);
  const bool is_settled = is_over(complaint->state) || complaint->state == State::answered;
  Progress out{
      .number = complaint->number,
      .state = complaint->state,
      .received_at = complaint->received_at,
      .unit = unit_of(work, *complaint),
      .steps = steps_of(*complaint, entries),
      .answer_by = {},
      .contact_by = {},
      .is_over = is_over(complaint->state),
      .can = acts_of(work, *complaint),
      .phone = {},
      .supplement_request = is_settled ? std::nullopt : asked_for(work, id),
      .answered_at = complaint->answered_at,
      .answer = answer_given(work, id),
      .accepted_at = accepted_at(entries),
      .dispute_until = dispute_until(work, *complaint),
      .objection = {},
      .files = files_brought(work, id),
  };
  if (!is_settled) {
    out.answer_by = facts_if(work, legal_date(work, clocks));
    out.contact_by = facts_if(work, contact_date(*complaint, clocks));
  }
  if (auto person = find_complainant(work, complaint->complainant_id))
    out.phone = std::move(person->phone);
  if (const auto made = objection_of(work, id))
    out.objection = ObjectionMade{made->state, made->made_at, made->acknowledged_at};
  return out;
}

Result<void> check_act(Work& work, Id<Complaint> id, ConsumerAct act) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  if (holds(acts_of(work, *complaint), act)) return {};
  if (act == ConsumerAct::rate && after(complaint->state, Action::rate))
    return refuse(Reason::conflict, "callback.rated");
  const auto until = dispute_until(work, *complaint);
  const auto objection = objection_of(work, id);
  const bool is_on_answer = act == ConsumerAct::accept || act == ConsumerAct::dispute;
  if (is_on_answer && until && objection && objection->state == AnswerObjectionState::waiting)
    return refuse(Reason::conflict, "objection.open");
  if (act == ConsumerAct::dispute && until && work.zone.date(work.now) > *until)
    return refuse(Reason::conflict, "objection.too_late");
  return refuse(Reason::conflict, "complaint.wrong_state");
}

std::optional<Addressee> addressee_of(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, Actor::system(), id);
  if (!complaint) return {};
  Addressee out{.number = complaint->number,
                .phone = {},
                .key_id = complaint->key_id,
                .intake_channel = complaint->intake_channel.str(),
                .kind = complaint->kind,
                .answer_by = {}};
  if (work.limits != nullptr)
    out.answer_by = legal_date(work, clocks::clocks_of(work.tx, id.number));
  if (auto person = find_complainant(work, complaint->complainant_id))
    out.phone = std::move(person->phone);
  return out;
}

Result<void> change_phone(Work& work, Id<Complaint> id, const NewPhone& input, Proof proof) {
  auto opened = TRY(open(work, id));
  if (!has_reachable_contact(opened.complaint.state))
    return refuse(Reason::conflict, "complaint.wrong_state");
  auto person = find_complainant(work, opened.complaint.complainant_id);
  if (!person) return refuse(Reason::missing, "complaint.missing");
  person->phone = input.phone;
  person->phone_index = sealing::BlindIndex<privacy::Phone>::of(work.keys, input.phone);
  TRY(sealing::update(work, *person, sealing::key(work, person->key_id)));
  TRY(update(work, opened.complaint, opened.key));
  evidence::append(work, "complaint.contact_changed", evidence::Subject(id, opened.key),
                   ContactChanged{proof, input.phone});
  return {};
}

}  // namespace xb::complaints
