#include "modules/complaints/service.h"

#include "modules/complaints/numbers.h"
#include "modules/complaints/offers/store.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/supervision/store.h"
#include "modules/complaints/tasks/store.h"

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
  open.complaint.next_contact_on.reset();
  Moved moved = TRY(advance(work, open, action));
  moved.clocks = TRY(clocks::stop_all(work, open.complaint.id.number)).changes;
  const Id<Complaint> id = open.complaint.id;
  end_tasks(work.tx, id, work.now);
  end_supervisions(work.tx, id, work.now);
  end_offers(work.tx, id, work.now);
  return moved;
}

workflow::Facts facts_of(const Complaint& complaint) {
  workflow::Facts out{{"intake_channel", complaint.intake_channel.str()}};
  if (complaint.source) out["source"] = complaint.source->str();
  if (complaint.business) out["business"] = complaint.business->str();
  if (complaint.tier) out["tier"] = name_of(*complaint.tier);
  if (complaint.urgency) out["urgency"] = name_of(*complaint.urgency);
  return out;
}

Result<ComplaintState> find_state(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  return state_of(work, *complaint);
}

std::vector<ClockView> views_of(Work& work, const std::vector<clocks::Clock>& clocks) {
  std::vector<ClockView> out;
  for (const clocks::Clock& clock : clocks)
    out.push_back({clock.span, clock.started_at, clock.due_on, clock.due_at, clock.stopped_at,
                   clocks::source_of(work, clock)});
  return out;
}

ComplaintState state_of(Work& work, const Complaint& complaint,
                        const std::vector<clocks::Clock>& clocks) {
  return {complaint.id, complaint.number, complaint.state, complaint.version,
          views_of(work, clocks)};
}

ComplaintState state_of(Work& work, const Complaint& complaint) {
  return state_of(work, complaint, clocks::clocks_of(work.tx, complaint.id.number));
}

}  // namespace xb::complaints
