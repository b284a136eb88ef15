#include "modules/complaints/objections/service.h"

#include "core/text.h"
#include "modules/complaints/following/service.h"
#include "modules/complaints/objections/store.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/organisation/store.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

struct Disputed {
  Id<AnswerObjection> objection_id;
  std::optional<Id<Unit>> unit_id;
  std::optional<Id<Unit>> superior_id;
  Proof proof{};
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Disputed, (), (objection_id, unit_id, superior_id, proof, reason))

struct AnswerAccepted {
  Proof proof{};
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(AnswerAccepted, (), (proof, note))

struct ObjectionAcknowledged {
  Id<AnswerObjection> objection_id;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(ObjectionAcknowledged, (), (objection_id, note))

AnswerObjectionView view_of(AnswerObjection row) {
  return {.id = row.id,
          .complaint_id = row.complaint_id,
          .number = std::move(row.number),
          .unit_id = given(row.unit_id),
          .superior_id = given(row.superior_id),
          .reason = std::move(row.reason),
          .proof = row.proof,
          .state = row.state,
          .made_at = row.made_at,
          .acknowledged_at = row.acknowledged_at,
          .acknowledged_by = given(row.acknowledged_by),
          .note = std::move(row.note),
          .version = row.version};
}

// Whose answer it is: whoever has the case, or where it belongs.
Id<Unit> answering_unit(const Complaint& complaint) {
  for (const Id<Unit> id : {complaint.handling_unit_id, complaint.outlet_id,
                            complaint.sub_branch_id, complaint.branch_id})
    if (id) return id;
  return {};
}

// The branch above it, or the head office; of what the head office answers, the head office.
Id<Unit> superior_of(Work& work, Id<Unit> id) {
  const auto unit = identity::find_unit(work.tx, id);
  if (unit && unit->level > Level::branch && unit->branch_id) return unit->branch_id;
  const auto head = identity::head_office(work.tx);
  return head ? head->id : Id<Unit>{};
}

// An answer stands, and no objection to it waits.
Result<OpenComplaint> open_answered(Work& work, Id<Complaint> id) {
  auto opened = TRY(open(work, id));
  if (!dispute_until(work, opened.complaint))
    return refuse(Reason::conflict, "complaint.wrong_state");
  const auto earlier = objections_in(work, id);
  if (!earlier.empty() && earlier.back().state == AnswerObjectionState::waiting)
    return refuse(Reason::conflict, "objection.open");
  return opened;
}

}  // namespace

Result<AnswerObjectionView> dispute_answer(Work& work, Id<Complaint> id,
                                           const NewAnswerObjection& input, Proof proof) {
  auto opened = TRY(open_answered(work, id));
  if (is_blank(input.reason.reveal())) return refuse(Reason::invalid, "field.empty", "reason");
  if (work.zone.date(work.now) > *dispute_until(work, opened.complaint))
    return refuse(Reason::conflict, "objection.too_late");
  const Id<Unit> unit = answering_unit(opened.complaint);
  const AnswerObjection row{.id = work.new_id<AnswerObjection>(),
                            .key_id = opened.key.id(),
                            .complaint_id = id,
                            .number = opened.complaint.number,
                            .unit_id = unit,
                            .superior_id = superior_of(work, unit),
                            .reason = input.reason,
                            .proof = proof,
                            .state = AnswerObjectionState::waiting,
                            .made_at = work.now,
                            .acknowledged_at = {},
                            .acknowledged_by = {},
                            .note = {}};
  sealing::insert(work, row, opened.key);
  TRY(update(work, opened.complaint, opened.key));
  evidence::append(
      work, "complaint.disputed", evidence::Subject(id, opened.key),
      Disputed{row.id, given(row.unit_id), given(row.superior_id), proof, input.reason});
  return view_of(row);
}

Result<void> accept_answer(Work& work, Id<Complaint> id, const AnswerAcceptance& input,
                           Proof proof) {
  auto opened = TRY(open_answered(work, id));
  TRY(update(work, opened.complaint, opened.key));
  evidence::append(work, "complaint.answer_accepted", evidence::Subject(id, opened.key),
                   AnswerAccepted{proof, input.note});
  return {};
}

std::optional<AnswerObjectionView> objection_of(Work& work, Id<Complaint> id) {
  auto rows = objections_in(work, id);
  if (rows.empty()) return {};
  return view_of(std::move(rows.back()));
}

Result<storage::Page<AnswerObjectionView>> list_objections(Work& work,
                                                           const storage::ListRequest& request) {
  auto keys = TRY(objection_page(work, work.actor, request));
  storage::Page<AnswerObjectionView> out;
  for (AnswerObjection& row : keys.rows) out.items.push_back(view_of(std::move(row)));
  out.next_cursor = std::move(keys.next_cursor);
  return out;
}

Result<AnswerObjectionView> find_objection(Work& work, Id<AnswerObjection> id) {
  auto row = find_objection_row(work, work.actor, id);
  if (!row) return refuse(Reason::missing, "objection.missing");
  return view_of(std::move(*row));
}

Result<AnswerObjectionView> acknowledge_objection(Work& work, Id<AnswerObjection> id,
                                                  const ObjectionAcknowledgement& input) {
  auto row = find_objection_row(work, work.actor, id);
  if (!row) return refuse(Reason::missing, "objection.missing");
  TRY(check_version(work, row->version));
  if (row->state != AnswerObjectionState::waiting)
    return refuse(Reason::conflict, "objection.acknowledged");
  row->state = AnswerObjectionState::acknowledged;
  row->acknowledged_at = work.now;
  row->acknowledged_by = work.actor.person;
  row->note = input.note;
  const auto key = sealing::key(work, row->key_id);
  TRY(sealing::update(work, *row, key));
  evidence::append(work, "complaint.objection_acknowledged",
                   evidence::Subject(row->complaint_id, key),
                   ObjectionAcknowledged{id, input.note});
  return view_of(std::move(*row));
}

}  // namespace xb::complaints
