#include "modules/complaints/supervision/service.h"

#include "modules/complaints/asked.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "modules/complaints/supervision/store.h"
#include "modules/complaints/tasks/store.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct Sent : Moved {
  Id<Supervision> supervision_id;
  std::optional<Id<Task>> task_id;
  Id<Unit> handling_unit_id;
  std::optional<Code> letter_no;
  std::int64_t chases = 0;
  std::int64_t hand_backs = 0;
  Date due_on;
  std::optional<Note> demand;
};
BOOST_DESCRIBE_STRUCT(Sent, (Moved),
                      (supervision_id, task_id, handling_unit_id, letter_no, chases, hand_backs,
                       due_on, demand))

struct Replied : Moved {
  Id<Supervision> supervision_id;
  Id<Unit> handling_unit_id;
  std::optional<Note> answer;
};
BOOST_DESCRIBE_STRUCT(Replied, (Moved), (supervision_id, handling_unit_id, answer))

SupervisionView view_of(const Supervision& row) {
  return {.id = row.id,
          .complaint_id = row.complaint_id,
          .complaint_number = row.complaint_number,
          .kind = row.kind,
          .state = row.state,
          .task_id = given(row.task_id),
          .handling_unit_id = row.handling_unit_id,
          .letter_no = row.letter_no,
          .demand = row.demand,
          .chases = row.chases,
          .hand_backs = row.hand_backs,
          .sent_at = row.sent_at,
          .sent_by = given(row.sent_by),
          .from_unit_id = given(row.from_unit_id),
          .due_on = row.due_on,
          .due_at = row.due_at,
          .answer = row.answer,
          .ended_at = row.ended_at,
          .ended_by = given(row.ended_by),
          .version = row.version};
}

// Who is reminded.
Result<Id<Unit>> unit_of(Work& work, const Complaint& complaint,
                         const std::optional<Id<Task>>& task_id) {
  Id<Unit> unit = complaint.handling_unit_id;
  if (task_id) {
    const auto task = find_asked<Task>(work, Actor::system(), *task_id);
    if (!task || task->complaint_id != complaint.id)
      return refuse(Reason::invalid, "task.missing", "task_id");
    if (task->ended_at) return refuse(Reason::conflict, "task.ended", "task_id");
    unit = task->handling_unit_id;
  }
  if (!unit) return refuse(Reason::conflict, "supervision.nobody");
  if (unit == work.actor.unit) return refuse(Reason::conflict, "supervision.own_unit");
  return unit;
}

// What all of them have in common; `kind`, `demand` and `letter_no` are the caller's.
Result<Supervision> drafted(Work& work, const OpenComplaint& opened,
                            const std::optional<Id<Task>>& task_id, Date due_on) {
  const Complaint& complaint = opened.complaint;
  const Id<Unit> unit = TRY(unit_of(work, complaint, task_id));
  if (due_on < work.zone.date(work.now))
    return refuse(Reason::invalid, "field.too_early", "due_on");
  return Supervision{.id = work.new_id<Supervision>(),
                     .key_id = complaint.key_id,
                     .complaint_id = complaint.id,
                     .complaint_number = complaint.number,
                     .task_id = task_id.value_or(Id<Task>{}),
                     .handling_unit_id = unit,
                     .chases = chases(work.tx, complaint.id, unit),
                     .hand_backs = hand_backs(work.tx, complaint.id, unit),
                     .sent_at = work.now,
                     .sent_by = work.actor.person,
                     .from_unit_id = work.actor.unit,
                     .due_on = due_on,
                     .due_at = end_of(due_on, work.zone),
                     .branch_id = complaint.branch_id,
                     .sub_branch_id = complaint.sub_branch_id,
                     .outlet_id = complaint.outlet_id,
                     .accused_id = complaint.accused_id,
                     .shut_unit_id = complaint.shut_unit_id};
}

Result<SupervisionView> send(Work& work, OpenComplaint& opened, const Supervision& row,
                             Action action, evidence::Kind kind) {
  sealing::insert(work, row, opened.key);
  const Moved moved = TRY(advance(work, opened, action));
  evidence::append(work, kind, evidence::Subject(row.complaint_id, opened.key),
                   Sent{moved, row.id, given(row.task_id), row.handling_unit_id, row.letter_no,
                        row.chases, row.hand_backs, row.due_on, row.demand});
  return view_of(row);
}

// Ends one that was sent to who acts, whose case he need not see otherwise.
Result<SupervisionView> end(Work& work, Id<Supervision> id, SupervisionKind kind,
                            const std::optional<Note>& answer, Action action,
                            evidence::Kind entry) {
  auto row = find_asked<Supervision>(work, work.actor, id);
  if (!row || row->kind != kind) return refuse(Reason::missing, "supervision.missing");
  TRY(check_version(work, row->version));
  if (row->handling_unit_id != work.actor.unit)
    return refuse(Reason::forbidden, "supervision.not_yours");
  if (row->ended_at) return refuse(Reason::conflict, "supervision.answered");
  auto complaint = find_complaint(work, Actor::system(), row->complaint_id);
  storage::cells::expect(complaint.has_value(), "a reminder of no complaint");
  auto key = sealing::key(work, complaint->key_id);
  OpenComplaint opened{std::move(*complaint), std::move(key)};
  row->state = SupervisionState::answered;
  row->answer = answer;
  row->ended_at = work.now;
  row->ended_by = work.actor.person;
  TRY(sealing::update(work, *row, opened.key));
  const Moved moved = TRY(advance(work, opened, action));
  evidence::append(work, entry, evidence::Subject(row->complaint_id, opened.key),
                   Replied{moved, id, row->handling_unit_id, answer});
  return view_of(*row);
}

}  // namespace

Result<SupervisionView> chase(Work& work, Id<Complaint> id, const NewChase& input) {
  auto opened = TRY(open(work, id));
  TRY(after(opened.complaint.state, Action::chase));
  const Date due_on = input.due_on.value_or(work.zone.date(work.now));
  Supervision row = TRY(drafted(work, opened, input.task_id, due_on));
  ++row.chases;  // this one, too
  row.demand = input.note;
  return send(work, opened, row, Action::chase, "complaint.chased");
}

Result<SupervisionView> supervise(Work& work, Id<Complaint> id, const NewOrder& input) {
  auto opened = TRY(open(work, id));
  TRY(after(opened.complaint.state, Action::supervise));
  if (is_blank(input.demand.reveal())) return refuse(Reason::invalid, "field.empty", "demand");
  if (input.letter_no) TRY(check_code("letter_no", input.letter_no->str()));
  Supervision row = TRY(drafted(work, opened, input.task_id, input.due_on));
  row.kind = SupervisionKind::order;
  row.demand = input.demand;
  row.letter_no = input.letter_no;
  return send(work, opened, row, Action::supervise, "complaint.supervision_ordered");
}

Result<SupervisionView> acknowledge_chase(Work& work, Id<Supervision> id,
                                          const Acknowledgement& input) {
  return end(work, id, SupervisionKind::chase, input.answer, Action::acknowledge,
             "complaint.chase_acknowledged");
}

Result<SupervisionView> reply(Work& work, Id<Supervision> id, const Reply& input) {
  if (is_blank(input.answer.reveal())) return refuse(Reason::invalid, "field.empty", "answer");
  return end(work, id, SupervisionKind::order, input.answer, Action::reply,
             "complaint.supervision_answered");
}

Result<Supervisions> supervisions_of(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  Supervisions out;
  for (const Supervision& row : supervision_rows(work, id)) out.items.push_back(view_of(row));
  return out;
}

Result<SupervisionView> find_supervision(Work& work, Id<Supervision> id) {
  const auto row = find_asked<Supervision>(work, work.actor, id);
  if (!row) return refuse(Reason::missing, "supervision.missing");
  return view_of(*row);
}

Result<storage::Page<SupervisionView>> list_supervisions(Work& work,
                                                         const storage::ListRequest& request) {
  const auto found = TRY(page_of_asked<Supervision>(work, supervision_list(), request));
  storage::Page<SupervisionView> out{{}, found.next_cursor};
  for (const Supervision& row : found.rows) out.items.push_back(view_of(row));
  return out;
}

}  // namespace xb::complaints
