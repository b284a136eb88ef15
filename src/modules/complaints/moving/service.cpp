#include "modules/complaints/moving/service.h"

#include "modules/complaints/service.h"
#include "modules/complaints/supervision/store.h"
#include "modules/complaints/tasks/limits.h"
#include "modules/complaints/tasks/store.h"
#include "platform/evidence/log.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

// Where it belonged and where it belongs now.
struct Followed {
  State state = State::registered;
  IntakeKind kind = IntakeKind::complaint;
  Id<Unit> from_branch_id;
  Id<Unit> from_sub_branch_id;
  Id<Unit> from_outlet_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> from_handling_unit_id;
  Id<Unit> handling_unit_id;
  bool is_shut = false;  // kept from somebody, so no count may show it
};
BOOST_DESCRIBE_STRUCT(Followed, (),
                      (state, kind, from_branch_id, from_sub_branch_id, from_outlet_id, branch_id,
                       sub_branch_id, outlet_id, from_handling_unit_id, handling_unit_id, is_shut))

// As it stands; where it goes is told after the change.
Followed leaving(const Complaint& complaint) {
  return {.state = complaint.state,
          .kind = complaint.kind,
          .from_branch_id = complaint.branch_id,
          .from_sub_branch_id = complaint.sub_branch_id,
          .from_outlet_id = complaint.outlet_id,
          .branch_id = {},
          .sub_branch_id = {},
          .outlet_id = {},
          .from_handling_unit_id = complaint.handling_unit_id,
          .handling_unit_id = {},
          .is_shut = bool{complaint.accused_id}};
}

void arrive(Followed& followed, const Complaint& complaint) {
  followed.branch_id = complaint.branch_id;
  followed.sub_branch_id = complaint.sub_branch_id;
  followed.outlet_id = complaint.outlet_id;
  followed.handling_unit_id = complaint.handling_unit_id;
}

bool stands_at(const Complaint& complaint, Id<Unit> unit) {
  if (complaint.outlet_id) return complaint.outlet_id == unit;
  if (complaint.sub_branch_id) return complaint.sub_branch_id == unit;
  return complaint.branch_id == unit;
}

// What was dispatched to a unit that has closed is its successor's; so is a handler who went along.
void go_to_successor(Work& work, Complaint& complaint, const identity::PlaceChange& change) {
  complaint.handling_unit_id = change.successor_id;
  const Date today = work.zone.date(work.now);
  if (complaint.handler_id &&
      !identity::works_in(work.tx, complaint.handler_id, change.successor_id, today))
    complaint.handler_id = {};
}

// What a unit that has closed was asked.
struct AskedFollowed {
  std::int64_t asked_id = 0;  // the task, chase or order
  Id<Unit> from_handling_unit_id;
  Id<Unit> handling_unit_id;
};
BOOST_DESCRIBE_STRUCT(AskedFollowed, (), (asked_id, from_handling_unit_id, handling_unit_id))

// Nobody else changes what a group has just read.
void must(bool stored, std::string_view table) {
  if (!stored) throw storage::Failure(storage::Fault::serialization, "version", std::string{table});
}

template <class Row>
void ask_instead(Work& work, Row row, Id<Unit> successor) {
  const Id<Unit> from = std::exchange(row.handling_unit_id, successor);
  const auto key = sealing::key(work, row.key_id);
  must(sealing::update(work, row, key).has_value(), "asked");
  const auto complaint = find_complaint(work, Actor::system(), row.complaint_id);
  if (complaint) limits_follow(work, *complaint);
  evidence::append(work, "complaint.asked_followed_unit", evidence::Subject(row.complaint_id, key),
                   AskedFollowed{row.id.number, from, successor});
}

// The successor is asked what is still open; returns how many rows that were.
std::int64_t ask_successor(Work& work, const identity::PlaceChange& change, std::int64_t limit) {
  const Date today = work.zone.date(work.now);
  auto tasks = open_tasks(work, change.unit_id, limit);
  for (Task& task : tasks) {
    if (!identity::works_in(work.tx, task.handler_id, change.successor_id, today))
      task.handler_id = {};
    ask_instead(work, std::move(task), change.successor_id);
  }
  if (!tasks.empty()) return static_cast<std::int64_t>(tasks.size());
  auto supervisions = open_supervisions(work, change.unit_id, limit);
  for (Supervision& one : supervisions) ask_instead(work, std::move(one), change.successor_id);
  return static_cast<std::int64_t>(supervisions.size());
}

}  // namespace

void belong_to(Work& work, OpenComplaint& open, const Place& place) {
  Complaint& complaint = open.complaint;
  Followed followed = leaving(complaint);
  complaint.branch_id = place.branch_id;
  complaint.sub_branch_id = place.sub_branch_id;
  complaint.outlet_id = place.outlet_id;
  arrive(followed, complaint);
  evidence::append(work, "complaint.followed_unit", evidence::Subject(complaint.id, open.key),
                   followed);
}

std::int64_t follow_unit(Work& work, const identity::PlaceChange& change, std::int64_t limit) {
  auto left = complaints_elsewhere(
      work, change.unit_id, {change.branch_id, change.sub_branch_id, change.outlet_id}, limit);
  if (change.successor_id && left.empty()) left = dispatched_to(work, change.unit_id, limit);
  for (Complaint complaint : left) {
    Followed followed = leaving(complaint);
    if (stands_at(complaint, change.unit_id)) {
      complaint.branch_id = change.branch_id;
      complaint.sub_branch_id = change.sub_branch_id;
      complaint.outlet_id = change.outlet_id;
    }
    if (change.successor_id && complaint.handling_unit_id == change.unit_id)
      go_to_successor(work, complaint, change);
    arrive(followed, complaint);
    const auto key = sealing::key(work, complaint.key_id);
    must(update(work, complaint, key) && follow(work, complaint), "complaints");
    evidence::append(work, "complaint.followed_unit", evidence::Subject(complaint.id, key),
                     followed);
  }
  if (!left.empty() || !change.successor_id) return static_cast<std::int64_t>(left.size());
  return ask_successor(work, change, limit);
}

}  // namespace xb::complaints
