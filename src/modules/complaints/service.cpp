#include "modules/complaints/service.h"

#include "modules/complaints/numbers.h"
#include "modules/complaints/rules.h"

namespace xb::complaints {

void insert_numbered(Work& work, Complaint& complaint, const sealing::DataKey& key) {
  constexpr int tries_max = 100;
  const Date day = work.zone.date(work.now);
  for (int i = 0; i < tries_max; ++i) {
    complaint.id = work.new_id<Complaint>();
    complaint.number = number_for(work.keys, day, complaint.id);
    if (insert_if_free(work, complaint, key)) return;
  }
  throw storage::Failure(storage::Fault::other, "numbers", "complaints");
}

Result<OpenComplaint> open(Work& work, Id<Complaint> id) {
  auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  if (work.if_version && *work.if_version != complaint->version)
    return refuse(Reason::conflict, "version.changed");
  auto key = sealing::key(work, complaint->key_id);
  return OpenComplaint{std::move(*complaint), std::move(key)};
}

Result<Moved> advance(Work& work, OpenComplaint& open, Action action) {
  Complaint& complaint = open.complaint;
  const State from = complaint.state;
  complaint.state = TRY(after(complaint.state, action));
  TRY(update(work, complaint, open.key));
  return Moved{.from = from,
               .to = complaint.state,
               .branch_id = complaint.branch_id,
               .sub_branch_id = complaint.sub_branch_id,
               .outlet_id = complaint.outlet_id,
               .is_shut = complaint.is_shut()};
}

Result<Moved> finish(Work& work, OpenComplaint& open, Action action) {
  open.complaint.due_at.reset();
  open.complaint.closed_at = work.now;
  const Moved moved = TRY(advance(work, open, action));
  stop_clocks(work, open.complaint.id, work.now);
  return moved;
}

Clock start_clock(Work& work, Id<Complaint> id, workflow::Span span, Instant started_at) {
  const workflow::Due due = workflow::due(span, started_at, work.zone);
  const Clock clock{work.new_id<Clock>(), id, span, started_at, due.on, due.at, {}};
  insert(work, clock);
  return clock;
}

Result<ComplaintState> find_state(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  return state_of(work, *complaint);
}

std::vector<ClockView> views_of(const std::vector<Clock>& clocks) {
  std::vector<ClockView> out;
  for (const Clock& clock : clocks)
    out.push_back({clock.span, clock.started_at, clock.due_on, clock.due_at, clock.stopped_at,
                   std::string{workflow::rule_of(clock.span).source}});
  return out;
}

ComplaintState state_of(const Complaint& complaint, const std::vector<Clock>& clocks) {
  return {complaint.id, complaint.number, complaint.state, complaint.version, views_of(clocks)};
}

ComplaintState state_of(Work& work, const Complaint& complaint) {
  return state_of(complaint, clocks_of(work, complaint.id));
}

}  // namespace xb::complaints
