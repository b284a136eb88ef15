#include "modules/complaints/decision/service.h"

#include <algorithm>

#include "modules/complaints/contacts/store.h"
#include "modules/complaints/decision/store.h"
#include "modules/complaints/offers/waivers.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/serials.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

constexpr std::string_view decision_matter_name = "decision";

struct Proposed : Moved {
  Id<Proposal> proposal_id;
  Outcome outcome = Outcome::not_supported;
  std::int64_t amount_fen = 0;
  Note findings;
  Note decision;
  Note grounds;
  Note remedies;
};
BOOST_DESCRIBE_STRUCT(Proposed, (Moved),
                      (proposal_id, outcome, amount_fen, findings, decision, grounds, remedies))

struct Decided : Moved {
  Id<Proposal> proposal_id;
  Outcome outcome = Outcome::not_supported;
  std::int64_t amount_fen = 0;
  std::string letter_number;
};
BOOST_DESCRIBE_STRUCT(Decided, (Moved), (proposal_id, outcome, amount_fen, letter_number))

struct HandedBack : Moved {
  Id<Proposal> proposal_id;
};
BOOST_DESCRIBE_STRUCT(HandedBack, (Moved), (proposal_id))

struct Answered : Moved {
  Date given_on;
  AnswerMeans means = AnswerMeans::letter;
  std::string proof;
  Delivery reached = Delivery::told;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Answered, (Moved), (given_on, means, proof, reached, note))

// What is open to whoever disagrees (银保监会令2020年第3号 art. 19).
constexpr std::string_view remedies[] = {"申请核查", "复核", "调解", "仲裁", "诉讼", "起诉"};

Result<void> check_parts(const NewProposal& input) {
  for (const auto& [name, part] :
       {std::pair{"findings", &input.findings}, std::pair{"decision", &input.decision},
        std::pair{"grounds", &input.grounds}, std::pair{"remedies", &input.remedies}})
    if (!*part) return refuse(Reason::invalid, "decision.part_missing", name);
  const std::string told = input.remedies->reveal();
  const bool names_one =
      std::any_of(std::begin(remedies), std::end(remedies),
                  [&](std::string_view remedy) { return told.find(remedy) != std::string::npos; });
  if (!names_one) return refuse(Reason::invalid, "decision.remedy_missing", "remedies");
  return {};
}

std::string letter_number(Work& work) {
  const std::int64_t year{int{std::chrono::year_month_day{work.zone.date(work.now).days}.year()}};
  std::string digits = std::to_string(next_serial(work.tx, "decision", year));
  constexpr std::size_t width = 4;
  digits.insert(0, width - std::min(width, digits.size()), '0');
  return "〔" + std::to_string(year) + "〕" + digits + "号";
}

// The bank has decided.
Result<void> decide(Work& work, OpenComplaint& open, Proposal& row) {
  row.state = ProposalState::approved;
  row.decided_at = work.now;
  row.letter_number = letter_number(work);
  open.complaint.decided_at = work.now;
  const Moved moved = TRY(advance(work, open, Action::decide));
  TRY(sealing::update(work, row, open.key));
  evidence::append(work, "complaint.decided", evidence::Subject(open.complaint.id, open.key),
                   Decided{moved, row.id, row.outcome, row.amount_fen, *row.letter_number});
  return {};
}

Result<approvals::Effect> approved(Work& work, const approvals::Approval& approval) {
  auto open = TRY(open_for_system(work, {approval.subject_id}));
  auto row = last_proposal(work, open.complaint.id);
  storage::cells::expect(row && row->state == ProposalState::waiting, "no proposal waits");
  TRY(decide(work, open, *row));
  return approvals::Effect::done;
}

// Refused, handed back or taken back: the handler goes on.
Result<void> not_approved(Work& work, const approvals::Approval& approval) {
  auto open = TRY(open_for_system(work, {approval.subject_id}));
  auto row = last_proposal(work, open.complaint.id);
  storage::cells::expect(row && row->state == ProposalState::waiting, "no proposal waits");
  row->state = ProposalState::handed_back;
  const Moved moved = TRY(advance(work, open, Action::hand_back));
  TRY(sealing::update(work, *row, open.key));
  evidence::append(work, "complaint.handed_back", evidence::Subject(open.complaint.id, open.key),
                   HandedBack{moved, row->id});
  return {};
}

// Who could not be told is told by the proof of the attempts.
bool was_tried(Work& work, Id<Complaint> id) {
  const auto contacts = contact_rows(work, id);
  return std::any_of(contacts.begin(), contacts.end(),
                     [](const Contact& one) { return one.outcome != ContactOutcome::reached; });
}

Result<void> check(Work& work, const Complaint& complaint, const NewAnswer& input, Date given_on) {
  if (!input.proof) return refuse(Reason::invalid, "answer.proof_missing", "proof");
  if (given_on > work.zone.date(work.now))
    return refuse(Reason::invalid, "field.in_future", "given_on");
  if (complaint.decided_at && given_on < work.zone.date(*complaint.decided_at))
    return refuse(Reason::invalid, "answer.too_early", "given_on");
  if (input.reached == Delivery::unreachable && !was_tried(work, complaint.id))
    return refuse(Reason::conflict, "answer.no_attempt", "reached");
  return {};
}

// Limits until the complainant is told stop; those that count from it begin.
Result<std::vector<clocks::Change>> begin_after_answer(Work& work, OpenComplaint& open,
                                                       Instant told) {
  auto changes = TRY(stop_spans(work, open, {"decide", "decide_pboc", "handling"}, told));
  auto begun = clocks::plan(work, clock_subject(open.complaint), facts_of(open.complaint),
                            {{workflow::CountsFrom::decision_received, told}});
  clocks::start(work, begun, open.complaint.id.number);
  const auto first = clocks::first_due_at(begun.clocks);
  auto& due_at = open.complaint.due_at;
  if (first) due_at = std::min(due_at.value_or(*first), *first);
  changes.insert(changes.end(), begun.changes.begin(), begun.changes.end());
  return changes;
}

// When it counts as told: what is sent within the day is sent in time (art. 21).
Instant told_at(const Work& work, Date given_on) {
  if (given_on == work.zone.date(work.now)) return work.now;
  return work.zone.start(given_on + std::chrono::days{1}) - std::chrono::milliseconds{1};
}

ProposalView view_of(const Proposal& row) {
  return {.id = row.id,
          .complaint_id = row.complaint_id,
          .state = row.state,
          .outcome = row.outcome,
          .amount_fen = row.amount_fen,
          .findings = row.findings,
          .decision = row.decision,
          .grounds = row.grounds,
          .remedies = row.remedies,
          .proposed_by_id = row.proposed_by_id,
          .proposed_at = row.proposed_at,
          .approval_id = given(row.approval_id),
          .letter_number = row.letter_number,
          .decided_at = row.decided_at,
          .version = row.version};
}

AnswerView view_of(const Answer& row) {
  return {row.id,      row.given_on, row.means,          row.proof,
          row.reached, row.note,     row.answered_by_id, row.answered_at};
}

}  // namespace

Result<ComplaintState> propose(Work& work, Id<Complaint> id, const NewProposal& input) {
  TRY(check_parts(input));
  TRY(check_amount(input.amount_fen));
  // What both sides agreed on buys no silence.
  if (input.outcome == Outcome::settled && waives_rights(input.decision->reveal()))
    return refuse(Reason::invalid, "offer.waives_rights", "decision");
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  const Moved moved = TRY(advance(work, opened, Action::propose));
  Proposal row{.id = work.new_id<Proposal>(),
               .key_id = complaint.key_id,
               .complaint_id = id,
               .outcome = input.outcome,
               .amount_fen = input.amount_fen.value_or(0),
               .findings = *input.findings,
               .decision = *input.decision,
               .grounds = *input.grounds,
               .remedies = *input.remedies,
               .proposed_by_id = work.actor.person,
               .proposed_at = work.now,
               .approval_id = {},
               .letter_number = {},
               .decided_at = {}};
  evidence::append(work, "complaint.proposed", evidence::Subject(id, opened.key),
                   Proposed{moved, row.id, row.outcome, row.amount_fen, row.findings, row.decision,
                            row.grounds, row.remedies});
  const auto* rule = approvals::rule_for(
      work,
      {.matter = decision_matter_name, .facts = facts_of(complaint), .amount_fen = row.amount_fen});
  if (rule != nullptr)
    row.approval_id =
        TRY(approvals::ask(work, about(complaint), *rule, approvals::asked_for(input))).id;
  sealing::insert(work, row, opened.key);
  // Where the book asks nobody, whoever handles it decides.
  if (rule == nullptr) TRY(decide(work, opened, row));
  return state_of(work, complaint);
}

Result<ComplaintState> answer(Work& work, Id<Complaint> id, const NewAnswer& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  const Date given_on = input.given_on.value_or(work.zone.date(work.now));
  const bool is_first = !complaint.answered_at;
  TRY(after(complaint.state, Action::answer));
  TRY(check(work, complaint, input, given_on));
  const Instant told = told_at(work, given_on);
  std::vector<clocks::Change> changes;
  if (is_first) {
    complaint.answered_at = told;
    changes = TRY(begin_after_answer(work, opened, told));
  }
  Moved moved = TRY(advance(work, opened, Action::answer));
  moved.clocks = std::move(changes);
  const Answer row{.id = work.new_id<Answer>(),
                   .key_id = complaint.key_id,
                   .complaint_id = id,
                   .given_on = given_on,
                   .means = input.means,
                   .proof = input.proof->str(),
                   .reached = input.reached.value_or(Delivery::told),
                   .note = input.note,
                   .answered_by_id = work.actor.person,
                   .answered_at = work.now};
  sealing::insert(work, row, opened.key);
  evidence::append(work, "complaint.answered", evidence::Subject(id, opened.key),
                   Answered{moved, given_on, row.means, row.proof, row.reached, row.note});
  return state_of(work, complaint);
}

Result<Decisions> decisions_of(Work& work, Id<Complaint> id) {
  if (!find_seen(work, id)) return refuse(Reason::missing, "complaint.missing");
  Decisions out;
  for (const Proposal& row : proposals_in(work, id)) out.proposals.push_back(view_of(row));
  for (const Answer& row : answers_in(work, id)) out.answers.push_back(view_of(row));
  return out;
}

approvals::Matter decision_matter() {
  return {
      .name = std::string{decision_matter_name},
      .show = [](const approvals::Asked& asked) { return approvals::shown<NewProposal>(asked); },
      .granted = approved,
      .not_granted = not_approved};
}

}  // namespace xb::complaints
