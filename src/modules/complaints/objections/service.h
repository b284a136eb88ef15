// The consumer's word on the answer: he accepts it, or disputes it. What is disputed becomes an
// objection on the desk of the unit above whose answer it is (银保监会令2020年第3号 art. 20). It is
// acknowledged there; the re-check itself is a procedure of its own.
#pragma once

#include "modules/complaints/types.h"
#include "modules/complaints/withdrawal/service.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class AnswerObjectionState { waiting, acknowledged };
BOOST_DESCRIBE_ENUM(AnswerObjectionState, waiting, acknowledged)

struct AnswerObjection {
  static constexpr std::string_view table = "objections";
  Id<AnswerObjection> id;
  Id<sealing::DataKey> key_id;  // of the case
  Id<Complaint> complaint_id;
  std::string number;  // of the case
  Id<Unit> unit_id;    // whose answer it is; none: the head office's
  Id<Unit> superior_id;
  Note reason;
  Proof proof{};
  AnswerObjectionState state = AnswerObjectionState::waiting;
  Instant made_at;
  std::optional<Instant> acknowledged_at;
  Id<Person> acknowledged_by;
  std::optional<Note> note;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AnswerObjection, (),
                      (id, key_id, complaint_id, number, unit_id, superior_id, reason, proof, state,
                       made_at, acknowledged_at, acknowledged_by, note, version))

struct NewAnswerObjection {
  Note reason;
};
BOOST_DESCRIBE_STRUCT(NewAnswerObjection, (), (reason))

struct AnswerAcceptance {
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(AnswerAcceptance, (), (note))

struct AnswerObjectionView {
  Id<AnswerObjection> id;
  Id<Complaint> complaint_id;
  std::string number;
  std::optional<Id<Unit>> unit_id;
  std::optional<Id<Unit>> superior_id;
  Note reason;
  Proof proof{};
  AnswerObjectionState state = AnswerObjectionState::waiting;
  Instant made_at;
  std::optional<Instant> acknowledged_at;
  std::optional<Id<Person>> acknowledged_by;
  std::optional<Note> note;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AnswerObjectionView, (),
                      (id, complaint_id, number, unit_id, superior_id, reason, proof, state,
                       made_at, acknowledged_at, acknowledged_by, note, version))

struct ObjectionAcknowledgement {
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(ObjectionAcknowledgement, (), (note))

// For the consumer; the actor is the system itself. Refuses with complaint.missing,
// complaint.wrong_state (no answer stands), objection.open or objection.too_late.
Result<AnswerObjectionView> dispute_answer(Work& work, Id<Complaint> id,
                                           const NewAnswerObjection& input, Proof proof);
// Refuses with complaint.missing, complaint.wrong_state or objection.open.
Result<void> accept_answer(Work& work, Id<Complaint> id, const AnswerAcceptance& input,
                           Proof proof);

// The last one of a case.
std::optional<AnswerObjectionView> objection_of(Work& work, Id<Complaint> id);

// Those that wait for the unit of whoever asks, and have; for the head office all of them.
Result<storage::Page<AnswerObjectionView>> list_objections(Work& work,
                                                           const storage::ListRequest& request);
// Refuses with objection.missing.
Result<AnswerObjectionView> find_objection(Work& work, Id<AnswerObjection> id);
// Refuses with objection.missing, objection.acknowledged or version.changed.
Result<AnswerObjectionView> acknowledge_objection(Work& work, Id<AnswerObjection> id,
                                                  const ObjectionAcknowledgement& input);

const storage::ListSpec& objection_list();

}  // namespace xb::complaints
