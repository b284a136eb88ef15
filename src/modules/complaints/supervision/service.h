// Chases and supervision orders (催办, 督办): a unit that has a case, or a task of one, is
// reminded, and then told in writing what it owes by when. Who reminds is never of that unit.
#pragma once

#include "modules/complaints/tasks/service.h"
#include "modules/complaints/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class SupervisionKind { chase, order };
BOOST_DESCRIBE_ENUM(SupervisionKind, chase, order)

// `answered`: a chase was acknowledged, an order replied to. `lapsed`: the case was over first.
enum class SupervisionState { open, answered, lapsed };
BOOST_DESCRIBE_ENUM(SupervisionState, open, answered, lapsed)

struct NewChase {
  std::optional<Id<Task>> task_id;  // the unit asked there; else the handling unit of the case
  std::optional<Date> due_on;       // today, if not told
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(NewChase, (), (task_id, due_on, note))

struct NewOrder {
  std::optional<Id<Task>> task_id;
  Date due_on;
  Note demand;                    // what is to be done
  std::optional<Code> letter_no;  // of the letter (督办函), if there is one
};
BOOST_DESCRIBE_STRUCT(NewOrder, (), (task_id, due_on, demand, letter_no))

struct Acknowledgement {
  std::optional<Note> answer;
};
BOOST_DESCRIBE_STRUCT(Acknowledgement, (), (answer))

struct Reply {
  Note answer;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (answer))

struct Supervision {
  static constexpr std::string_view table = "supervisions";
  Id<Supervision> id;
  Id<sealing::DataKey> key_id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  SupervisionKind kind = SupervisionKind::chase;
  SupervisionState state = SupervisionState::open;
  Id<Task> task_id;
  Id<Unit> handling_unit_id;  // who is reminded
  std::optional<Code> letter_no;
  std::optional<Note> demand;
  // Of this unit and case, when it was sent.
  std::int64_t chases = 0;
  std::int64_t hand_backs = 0;
  Instant sent_at;
  Id<Person> sent_by;
  Id<Unit> from_unit_id;
  Date due_on;
  Instant due_at;
  std::optional<Note> answer;
  std::optional<Instant> ended_at;
  Id<Person> ended_by;
  // Of the case, and whom it is kept from.
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Supervision, (),
                      (id, key_id, complaint_id, complaint_number, kind, state, task_id,
                       handling_unit_id, letter_no, demand, chases, hand_backs, sent_at, sent_by,
                       from_unit_id, due_on, due_at, answer, ended_at, ended_by, branch_id,
                       sub_branch_id, outlet_id, accused_id, shut_unit_id, version))

struct SupervisionView {
  Id<Supervision> id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  SupervisionKind kind = SupervisionKind::chase;
  SupervisionState state = SupervisionState::open;
  std::optional<Id<Task>> task_id;
  Id<Unit> handling_unit_id;
  std::optional<Code> letter_no;
  std::optional<Note> demand;
  std::int64_t chases = 0;
  std::int64_t hand_backs = 0;
  Instant sent_at;
  std::optional<Id<Person>> sent_by;
  std::optional<Id<Unit>> from_unit_id;
  Date due_on;
  Instant due_at;
  std::optional<Note> answer;
  std::optional<Instant> ended_at;
  std::optional<Id<Person>> ended_by;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(SupervisionView, (),
                      (id, complaint_id, complaint_number, kind, state, task_id, handling_unit_id,
                       letter_no, demand, chases, hand_backs, sent_at, sent_by, from_unit_id,
                       due_on, due_at, answer, ended_at, ended_by, version))

struct Supervisions {
  std::vector<SupervisionView> items;
};
BOOST_DESCRIBE_STRUCT(Supervisions, (), (items))

// Both refuse with complaint.*, version.changed, task.missing, task.ended, field.too_early,
// supervision.nobody (no unit has the case) or supervision.own_unit.
Result<SupervisionView> chase(Work& work, Id<Complaint> id, const NewChase& input);
// Also with field.empty or field.personal.
Result<SupervisionView> supervise(Work& work, Id<Complaint> id, const NewOrder& input);

// By anybody of the unit reminded. Both refuse with supervision.missing, supervision.not_yours,
// supervision.answered, version.changed or complaint.wrong_state.
Result<SupervisionView> acknowledge_chase(Work& work, Id<Supervision> id,
                                          const Acknowledgement& input);
// Also with field.empty.
Result<SupervisionView> reply(Work& work, Id<Supervision> id, const Reply& input);

// Of a case, the oldest first. Refuses with complaint.missing.
Result<Supervisions> supervisions_of(Work& work, Id<Complaint> id);
// Refuses with supervision.missing.
Result<SupervisionView> find_supervision(Work& work, Id<Supervision> id);
// Across cases: open ones, the first due first; with `sort=sent_at` all. `side` as for tasks.
Result<storage::Page<SupervisionView>> list_supervisions(Work& work,
                                                         const storage::ListRequest& request);

}  // namespace xb::complaints
