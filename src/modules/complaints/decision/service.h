// From the proposal over its approval to the decision, and the answer to the complainant (C11,
// C12).
#pragma once

#include "modules/complaints/types.h"
#include "platform/approvals/service.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class ProposalState { waiting, approved, handed_back, ended };
BOOST_DESCRIBE_ENUM(ProposalState, waiting, approved, handed_back, ended)

// What the complainant gets; `settled` where both sides have agreed (和解).
enum class Outcome { supported, partly_supported, not_supported, settled };
BOOST_DESCRIBE_ENUM(Outcome, supported, partly_supported, not_supported, settled)

// The four parts that a decision must have (银保监会令2020年第3号 art. 19), and what it costs.
struct Proposal {
  static constexpr std::string_view table = "proposals";
  Id<Proposal> id;
  Id<sealing::DataKey> key_id;  // the complaint's
  Id<Complaint> complaint_id;
  ProposalState state = ProposalState::waiting;
  Outcome outcome = Outcome::not_supported;
  std::int64_t amount_fen = 0;
  Note findings;  // 核实情况
  Note decision;  // 处理决定
  Note grounds;   // 依据和理由
  Note remedies;  // 救济途径
  Id<Person> proposed_by_id;
  Instant proposed_at;
  Id<approvals::Approval> approval_id;
  std::optional<std::string> letter_number;  // 〔2026〕0583号, once approved
  std::optional<Instant> decided_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Proposal, (),
                      (id, key_id, complaint_id, state, outcome, amount_fen, findings, decision,
                       grounds, remedies, proposed_by_id, proposed_at, approval_id, letter_number,
                       decided_at, version))

struct NewProposal {
  Outcome outcome = Outcome::not_supported;
  std::optional<std::int64_t> amount_fen;  // nothing is paid, if not told
  std::optional<Note> findings;
  std::optional<Note> decision;
  std::optional<Note> grounds;
  std::optional<Note> remedies;
};
BOOST_DESCRIBE_STRUCT(NewProposal, (), (outcome, amount_fen, findings, decision, grounds, remedies))

struct ProposalView {
  Id<Proposal> id;
  Id<Complaint> complaint_id;
  ProposalState state = ProposalState::waiting;
  Outcome outcome = Outcome::not_supported;
  std::int64_t amount_fen = 0;
  Note findings;
  Note decision;
  Note grounds;
  Note remedies;
  Id<Person> proposed_by_id;
  Instant proposed_at;
  std::optional<Id<approvals::Approval>> approval_id;
  std::optional<std::string> letter_number;
  std::optional<Instant> decided_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (),
                      (id, complaint_id, state, outcome, amount_fen, findings, decision, grounds,
                       remedies, proposed_by_id, proposed_at, approval_id, letter_number,
                       decided_at, version))

// How the complainant was told (C12).
enum class AnswerMeans { telephone, letter, handed_over, settlement_agreement, sms, email };
BOOST_DESCRIBE_ENUM(AnswerMeans, telephone, letter, handed_over, settlement_agreement, sms, email)

// art. 21 frees the bank where the complainant cannot be reached; the attempts are then the proof.
enum class Delivery { told, unreachable };
BOOST_DESCRIBE_ENUM(Delivery, told, unreachable)

struct Answer {
  static constexpr std::string_view table = "answers";
  Id<Answer> id;
  Id<sealing::DataKey> key_id;  // the complaint's
  Id<Complaint> complaint_id;
  Date given_on;
  AnswerMeans means = AnswerMeans::letter;
  std::string proof;
  Delivery reached = Delivery::told;
  std::optional<Note> note;
  Id<Person> answered_by_id;
  Instant answered_at;
};
BOOST_DESCRIBE_STRUCT(Answer, (),
                      (id, key_id, complaint_id, given_on, means, proof, reached, note,
                       answered_by_id, answered_at))

struct NewAnswer {
  std::optional<Date> given_on;  // today, if not told
  AnswerMeans means = AnswerMeans::letter;
  std::optional<Text<200, Presence::required>> proof;  // number of the letter, of the recording
  std::optional<Delivery> reached;                     // told, if not told otherwise
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(NewAnswer, (), (given_on, means, proof, reached, note))

struct AnswerView {
  Id<Answer> id;
  Date given_on;
  AnswerMeans means = AnswerMeans::letter;
  std::string proof;
  Delivery reached = Delivery::told;
  std::optional<Note> note;
  Id<Person> answered_by_id;
  Instant answered_at;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (),
                      (id, given_on, means, proof, reached, note, answered_by_id, answered_at))

struct Decisions {
  std::vector<ProposalView> proposals;  // oldest first
  std::vector<AnswerView> answers;
};
BOOST_DESCRIBE_STRUCT(Decisions, (), (proposals, answers))

// Refuses with complaint.missing, complaint.wrong_state, version.changed, decision.part_missing
// (which names the part), decision.remedy_missing, field.negative, offer.waives_rights and what
// approvals::ask refuses.
Result<ComplaintState> propose(Work& work, Id<Complaint> id, const NewProposal& input);

// Stops the clocks that run until the complainant is told. Refuses with complaint.missing,
// complaint.wrong_state, version.changed, answer.proof_missing, answer.too_early, field.in_future,
// answer.no_attempt (unreachable, and no contact that failed or was sent).
Result<ComplaintState> answer(Work& work, Id<Complaint> id, const NewAnswer& input);

Result<Decisions> decisions_of(Work& work, Id<Complaint> id);

// What an approved or refused proposal leads to, for app/modules.cpp.
approvals::Matter decision_matter();

}  // namespace xb::complaints
