// What was promised to a complainant and what a decision asks the bank to do: dated, proved, and
// looked for before a case is closed (履约跟踪: 办结 is not 兑现).
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class FulfilmentKind {
  refund,
  waiver,
  compensation,
  release,
  correction,
  stop_collection,
  certificate,
  apology,
  promise,
  other
};
BOOST_DESCRIBE_ENUM(FulfilmentKind, refund, waiver, compensation, release, correction,
                    stop_collection, certificate, apology, promise, other)

// `dropped`: agreed with the complainant that it is not to be done.
enum class FulfilmentState { open, done, dropped };
BOOST_DESCRIBE_ENUM(FulfilmentState, open, done, dropped)

using ProofText = Text<200, Presence::required>;  // number of a voucher, letter or recording

struct Fulfilment {
  static constexpr std::string_view table = "fulfilments";
  Id<Fulfilment> id;
  Id<sealing::DataKey> key_id;  // the complaint's
  Id<Complaint> complaint_id;
  std::string complaint_number;
  FulfilmentKind kind = FulfilmentKind::promise;
  Note content;
  std::optional<std::int64_t> amount_fen;
  Date due_on;
  Instant due_at;  // the end of that day
  Id<Unit> unit_id;
  Id<Person> promised_by_id;
  Instant promised_at;
  FulfilmentState state = FulfilmentState::open;
  std::optional<Date> done_on;
  std::optional<std::string> proof;
  std::optional<Note> outcome_note;
  std::optional<Instant> ended_at;
  Id<Person> ended_by_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Fulfilment, (),
                      (id, key_id, complaint_id, complaint_number, kind, content, amount_fen,
                       due_on, due_at, unit_id, promised_by_id, promised_at, state, done_on, proof,
                       outcome_note, ended_at, ended_by_id, version))

struct NewFulfilment {
  FulfilmentKind kind = FulfilmentKind::promise;
  Note content;
  std::optional<std::int64_t> amount_fen;
  Date due_on;
  std::optional<Id<Unit>> unit_id;  // which has to do it; the handling unit, if not told
};
BOOST_DESCRIBE_STRUCT(NewFulfilment, (), (kind, content, amount_fen, due_on, unit_id))

enum class FulfilmentEnd { done, dropped };
BOOST_DESCRIBE_ENUM(FulfilmentEnd, done, dropped)

struct FulfilmentOutcome {
  FulfilmentEnd outcome = FulfilmentEnd::done;
  std::optional<Date> on;  // today, if not told
  std::optional<ProofText> proof;
  std::optional<Note> note;  // why it was dropped
};
BOOST_DESCRIBE_STRUCT(FulfilmentOutcome, (), (outcome, on, proof, note))

struct FulfilmentView {
  Id<Fulfilment> id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  FulfilmentKind kind = FulfilmentKind::promise;
  Note content;
  std::optional<std::int64_t> amount_fen;
  Date due_on;
  bool is_overdue = false;  // open and its day is over
  std::optional<Id<Unit>> unit_id;
  Id<Person> promised_by_id;
  Instant promised_at;
  FulfilmentState state = FulfilmentState::open;
  std::optional<Date> done_on;
  std::optional<std::string> proof;
  std::optional<Note> outcome_note;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(FulfilmentView, (),
                      (id, complaint_id, complaint_number, kind, content, amount_fen, due_on,
                       is_overdue, unit_id, promised_by_id, promised_at, state, done_on, proof,
                       outcome_note, version))

struct Fulfilments {
  std::vector<FulfilmentView> items;
  std::int64_t owed_fen = 0;  // agreed to, less what is carried out or was given up by agreement
};
BOOST_DESCRIBE_STRUCT(Fulfilments, (), (items, owed_fen))

// Refuses with complaint.missing, complaint.wrong_state, version.changed, field.in_past,
// field.negative, fulfilment.amount_missing, unit.missing or complaint.conflict_of_interest.
Result<FulfilmentView> promise(Work& work, Id<Complaint> id, const NewFulfilment& input);

// Refuses with fulfilment.missing, fulfilment.ended, fulfilment.proof_missing,
// fulfilment.reason_missing, field.in_future, complaint.wrong_state.
Result<FulfilmentView> end_fulfilment(Work& work, Id<Fulfilment> id,
                                      const FulfilmentOutcome& input);

// Whether all is carried out that was promised, and all is paid that was agreed to. Refuses with
// closure.fulfilment_open or closure.money_open.
Result<void> check_fulfilled(Work& work, Id<Complaint> id);

// complaint.missing
Result<Fulfilments> fulfilments_of(Work& work, Id<Complaint> id);
Result<FulfilmentView> find_fulfilment(Work& work, Id<Fulfilment> id);
// Of all cases in sight; open ones by their day, unless told.
Result<storage::Page<FulfilmentView>> list_fulfilments(Work& work,
                                                       const storage::ListRequest& request);

}  // namespace xb::complaints
