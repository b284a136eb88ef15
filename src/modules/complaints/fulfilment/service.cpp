#include "modules/complaints/fulfilment/service.h"

#include <algorithm>

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/decision/store.h"
#include "modules/complaints/fulfilment/store.h"
#include "modules/complaints/offers/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

struct Promised : Moved {
  Id<Fulfilment> fulfilment_id;
  FulfilmentKind kind = FulfilmentKind::promise;
  std::optional<std::int64_t> amount_fen;
  Date due_on;
  Id<Unit> unit_id;
  Note content;
};
BOOST_DESCRIBE_STRUCT(Promised, (Moved),
                      (fulfilment_id, kind, amount_fen, due_on, unit_id, content))

struct Fulfilled : Moved {
  Id<Fulfilment> fulfilment_id;
  FulfilmentState state = FulfilmentState::done;
  Date on;
  std::optional<std::string> proof;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Fulfilled, (Moved), (fulfilment_id, state, on, proof, note))

bool is_of_money(FulfilmentKind kind) {
  return kind == FulfilmentKind::refund || kind == FulfilmentKind::waiver ||
         kind == FulfilmentKind::compensation;
}

FulfilmentView view_of(const Work& work, const Fulfilment& row) {
  return {.id = row.id,
          .complaint_id = row.complaint_id,
          .complaint_number = row.complaint_number,
          .kind = row.kind,
          .content = row.content,
          .amount_fen = row.amount_fen,
          .due_on = row.due_on,
          .is_overdue = row.state == FulfilmentState::open && row.due_at <= work.now,
          .unit_id = given(row.unit_id),
          .promised_by_id = row.promised_by_id,
          .promised_at = row.promised_at,
          .state = row.state,
          .done_on = row.done_on,
          .proof = row.proof,
          .outcome_note = row.outcome_note,
          .version = row.version};
}

// The most that somebody who may has agreed to: in the decision, or by an offer that was accepted.
std::int64_t agreed_fen(Work& work, Id<Complaint> id) {
  std::int64_t out = accepted_fen(work, id);
  for (const Proposal& one : proposals_in(work, id))
    if (one.state == ProposalState::approved) out = std::max(out, one.amount_fen);
  return out;
}

// Of money, over those in this state.
std::int64_t sum_fen(const std::vector<Fulfilment>& rows, FulfilmentState state) {
  std::int64_t out = 0;
  for (const Fulfilment& row : rows)
    if (is_of_money(row.kind) && row.state == state) out += row.amount_fen.value_or(0);
  return out;
}

// What was dropped by agreement; where something was promised after it, that took its place.
std::int64_t given_up_fen(const std::vector<Fulfilment>& rows) {
  std::int64_t out = 0;
  for (const Fulfilment& row : rows) {
    const bool is_replaced = std::any_of(rows.begin(), rows.end(), [&](const Fulfilment& other) {
      return is_of_money(other.kind) && row.ended_at && other.promised_at >= *row.ended_at;
    });
    if (is_of_money(row.kind) && row.state == FulfilmentState::dropped && !is_replaced)
      out += row.amount_fen.value_or(0);
  }
  return out;
}

// What is agreed to less what is carried out or given up.
std::int64_t owed_fen(Work& work, Id<Complaint> id, const std::vector<Fulfilment>& rows) {
  const std::int64_t over = sum_fen(rows, FulfilmentState::done) + given_up_fen(rows);
  return std::max<std::int64_t>(0, agreed_fen(work, id) - over);
}

// Money is promised within what was agreed to, or within the maker's own authority.
Result<void> check_authority(Work& work, const Complaint& complaint, const NewFulfilment& input) {
  if (!is_of_money(input.kind)) return {};
  const auto rows = fulfilments_in(work, complaint.id);
  const std::int64_t sum = *input.amount_fen + sum_fen(rows, FulfilmentState::open) +
                           sum_fen(rows, FulfilmentState::done);
  if (sum > agreed_fen(work, complaint.id) && !may_grant(work, complaint, sum))
    return refuse(Reason::forbidden, "fulfilment.above_authority", "amount_fen");
  return {};
}

Result<void> check(Work& work, const NewFulfilment& input) {
  if (input.due_on < work.zone.date(work.now))
    return refuse(Reason::invalid, "field.in_past", "due_on");
  TRY(check_amount(input.amount_fen));
  if (is_of_money(input.kind) && !input.amount_fen)
    return refuse(Reason::invalid, "fulfilment.amount_missing", "amount_fen");
  if (input.unit_id && !identity::find_unit(work.tx, *input.unit_id))
    return refuse(Reason::invalid, "unit.missing", "unit_id");
  return {};
}

Result<void> check(Work& work, const FulfilmentOutcome& input) {
  if (input.on && *input.on > work.zone.date(work.now))
    return refuse(Reason::invalid, "field.in_future", "on");
  if (input.outcome == FulfilmentEnd::done && !input.proof)
    return refuse(Reason::invalid, "fulfilment.proof_missing", "proof");
  if (input.outcome == FulfilmentEnd::dropped && !input.note)
    return refuse(Reason::invalid, "fulfilment.reason_missing", "note");
  return {};
}

}  // namespace

Result<FulfilmentView> promise(Work& work, Id<Complaint> id, const NewFulfilment& input) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(advance(work, opened, Action::promise));
  TRY(check(work, input));
  const Complaint& complaint = opened.complaint;
  if (input.unit_id) TRY(check_conflict(work, complaint, *input.unit_id, {}));
  TRY(check_authority(work, complaint, input));
  Fulfilment row;
  row.id = work.new_id<Fulfilment>();
  row.key_id = complaint.key_id;
  row.complaint_id = complaint.id;
  row.complaint_number = complaint.number;
  row.kind = input.kind;
  row.content = input.content;
  row.amount_fen = input.amount_fen;
  row.due_on = input.due_on;
  row.due_at = work.zone.start(input.due_on + std::chrono::days{1});
  row.unit_id = input.unit_id.value_or(complaint.handling_unit_id);
  row.promised_by_id = work.actor.person;
  row.promised_at = work.now;
  sealing::insert(work, row, opened.key);
  evidence::append(
      work, "complaint.promised", evidence::Subject(id, opened.key),
      Promised{moved, row.id, row.kind, row.amount_fen, row.due_on, row.unit_id, row.content});
  return view_of(work, row);
}

Result<FulfilmentView> end_fulfilment(Work& work, Id<Fulfilment> id,
                                      const FulfilmentOutcome& input) {
  auto row = find_fulfilment_row(work, id);
  if (!row) return refuse(Reason::missing, "fulfilment.missing");
  auto opened = TRY(open_part(work, row->complaint_id, row->version, "fulfilment.missing"));
  TRY(check(work, input));
  if (row->state != FulfilmentState::open) return refuse(Reason::conflict, "fulfilment.ended");
  const Moved moved = TRY(advance(work, opened, Action::fulfil));
  row->state =
      input.outcome == FulfilmentEnd::done ? FulfilmentState::done : FulfilmentState::dropped;
  row->done_on = input.on.value_or(work.zone.date(work.now));
  if (input.proof) row->proof = input.proof->str();
  row->outcome_note = input.note;
  row->ended_at = work.now;
  row->ended_by_id = work.actor.person;
  TRY(sealing::update(work, *row, opened.key));
  evidence::append(work, "complaint.fulfilled", evidence::Subject(row->complaint_id, opened.key),
                   Fulfilled{moved, row->id, row->state, *row->done_on, row->proof, input.note});
  return view_of(work, *row);
}

Result<void> check_fulfilled(Work& work, Id<Complaint> id) {
  const auto rows = fulfilments_in(work, id);
  const bool is_open = std::any_of(rows.begin(), rows.end(), [](const Fulfilment& row) {
    return row.state == FulfilmentState::open;
  });
  if (is_open) return refuse(Reason::conflict, "closure.fulfilment_open");
  if (owed_fen(work, id, rows) > 0) return refuse(Reason::conflict, "closure.money_open");
  return {};
}

Result<Fulfilments> fulfilments_of(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  const auto rows = fulfilments_in(work, id);
  Fulfilments out{{}, owed_fen(work, id, rows)};
  for (const Fulfilment& row : rows) out.items.push_back(view_of(work, row));
  return out;
}

Result<FulfilmentView> find_fulfilment(Work& work, Id<Fulfilment> id) {
  const auto row = find_fulfilment_row(work, id);
  if (!row || !find_complaint(work, work.actor, row->complaint_id))
    return refuse(Reason::missing, "fulfilment.missing");
  return view_of(work, *row);
}

Result<storage::Page<FulfilmentView>> list_fulfilments(Work& work,
                                                       const storage::ListRequest& request) {
  const auto found = TRY(fulfilment_page(work, request));
  storage::Page<FulfilmentView> out{{}, found.next_cursor};
  for (const Fulfilment& row : found.rows) out.items.push_back(view_of(work, row));
  return out;
}

}  // namespace xb::complaints
