#include "modules/complaints/service.h"

#include "core/ensure.h"
#include "modules/complaints/decision/store.h"
#include "modules/complaints/numbers.h"
#include "modules/complaints/offers/store.h"
#include "modules/complaints/preservation/store.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/supervision/store.h"
#include "modules/complaints/tasks/limits.h"
#include "modules/complaints/tasks/store.h"
#include "platform/identity/store.h"
#include "platform/inbox/service.h"

namespace xb::complaints {

namespace {

Result<OpenComplaint> with_key(Work& work, Complaint complaint, std::int64_t version) {
  TRY(check_version(work, version));
  auto key = sealing::key(work, complaint.key_id);
  return OpenComplaint{std::move(complaint), std::move(key)};
}

}  // namespace

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
  const std::int64_t version = complaint->version;
  return with_key(work, std::move(*complaint), version);
}

Result<OpenComplaint> open_part(Work& work, Id<Complaint> id, std::int64_t version,
                                std::string_view missing) {
  auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, std::string{missing});
  return with_key(work, std::move(*complaint), version);
}

Result<OpenComplaint> open_for_system(Work& work, Id<Complaint> id) {
  auto complaint = find_complaint(work, Actor::system(), id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  auto key = sealing::key(work, complaint->key_id);
  return OpenComplaint{std::move(*complaint), std::move(key)};
}

Result<Moved> advance(Work& work, OpenComplaint& open, Action action) {
  return move_to(work, open, TRY(after(open.complaint.state, action)));
}

Result<Moved> move_to(Work& work, OpenComplaint& open, State to) {
  Complaint& complaint = open.complaint;
  const State from = complaint.state;
  complaint.state = to;
  TRY(update(work, complaint, open.key));
  return Moved{.from = from,
               .to = complaint.state,
               .kind = complaint.kind,
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
  TRY(approvals::lapse_all(work, open.complaint.id.number));
  const Id<Complaint> id = open.complaint.id;
  for (const std::int64_t task : end_tasks(work.tx, id, work.now))
    TRY(end_limits(work, {task}, open.key));
  end_supervisions(work.tx, id, work.now);
  end_offers(work.tx, id, work.now);
  end_proposals(work.tx, id);
  return moved;
}

identity::Standing standing_of(const Complaint& complaint) {
  return {{complaint.branch_id, complaint.sub_branch_id, complaint.outlet_id},
          complaint.handling_unit_id,
          complaint.handler_id,
          complaint.accused_id,
          complaint.shut_unit_id};
}

Result<void> follow(Work& work, const Complaint& complaint) {
  const identity::Standing standing = standing_of(complaint);
  clocks::follow_subject(work.tx, complaint.id.number, standing);
  inbox::keep_from(work.tx, complaint.id.number, complaint.accused_id, complaint.shut_unit_id);
  follow_preservations(work, complaint.id, standing);
  tasks_follow(work.tx, complaint);
  limits_follow(work, complaint);
  supervisions_follow(work.tx, complaint);
  return approvals::follow(work, complaint.id.number, standing);
}

approvals::About about(const Complaint& complaint) {
  return {std::string{clock_subject(complaint)}, complaint.id.number, complaint.number,
          complaint.key_id, standing_of(complaint)};
}

void tell_handler(Work& work, const Complaint& complaint) {
  inbox::tell(work, {complaint.handler_id, complaint.handling_unit_id},
              {.kind = inbox::Kind::assigned,
               .subject_kind = clock_subject(complaint),
               .subject_id = complaint.id.number,
               .subject_number = complaint.number,
               .accused_id = complaint.accused_id,
               .shut_unit_id = complaint.shut_unit_id});
}

std::map<std::int64_t, approvals::Glance> glances(Work& work,
                                                  const std::vector<std::int64_t>& waiting,
                                                  const std::vector<std::int64_t>& others) {
  std::map<std::int64_t, approvals::Glance> out;
  const auto add = [&](const std::vector<ComplaintLine>& lines) {
    for (const ComplaintLine& line : lines)
      out[line.id.number] = {approvals::Note::trusted(line.summary.reveal()), line.due_at};
  };
  add(lines_by_ids(work, waiting));
  add(lines_in_sight(work, work.actor, others, others.size()));
  return out;
}

std::optional<Complaint> find_seen(Work& work, Id<Complaint> id) {
  if (auto found = find_complaint(work, work.actor, id)) return found;
  if (!approvals::opens(work, id.number)) return {};
  Actor viewer = work.actor;
  viewer.scope = Scope::whole_bank();
  return find_complaint(work, viewer, id);
}

Result<std::vector<clocks::Change>> stop_spans(Work& work, OpenComplaint& open,
                                               std::initializer_list<std::string_view> spans,
                                               Instant at) {
  auto stopped = TRY(clocks::stop(work, open.complaint.id.number, spans, at));
  open.complaint.due_at = clocks::first_due_at(stopped.clocks);
  return std::move(stopped.changes);
}

void set_accused(Work& work, Complaint& complaint, Id<Person> accused) {
  complaint.accused_id = accused;
  complaint.shut_unit_id = identity::main_unit_of(work.tx, accused, work.zone.date(work.now));
}

std::vector<Id<Unit>> shut_units(Work& work, const Complaint& complaint) {
  std::vector<Id<Unit>> out;
  if (complaint.accused_id)
    out = identity::units_of(work.tx, complaint.accused_id, work.zone.date(work.now));
  if (complaint.shut_unit_id) out.push_back(complaint.shut_unit_id);
  return out;
}

const taxonomies::Book& words(const Work& work) {
  ensure(work.taxonomies != nullptr, "a work without taxonomies");
  return *work.taxonomies;
}

workflow::Facts facts_of(const Complaint& complaint) {
  workflow::Facts out{{"intake_channel", complaint.intake_channel.str()}};
  if (complaint.source) out["source"] = complaint.source->str();
  if (complaint.business) out["business"] = complaint.business->str();
  if (!complaint.customer_groups.items.empty())
    out["customer_group"] = complaint.customer_groups.items.front();
  if (complaint.tier) out["tier"] = name_of(*complaint.tier);
  if (complaint.urgency) out["urgency"] = name_of(*complaint.urgency);
  return out;
}

Supplied supplied_by(const Complaint& complaint, const Complainant& person,
                     const ComplaintDetails& details) {
  return {.customer_kind = complaint.customer_kind,
          .has_credit_code = person.credit_code.has_value(),
          .agent_relation = details.agent_relation,
          .has_agent_proof = details.agent_proof.has_value(),
          .has_agent_identity = details.agent_identity_number.has_value(),
          .has_agent_contact = details.agent_phone.has_value()};
}

Result<ComplaintState> find_state(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  return state_of(work, *complaint);
}

std::vector<ClockView> views_of(Work& work, const std::vector<clocks::Clock>& clocks) {
  std::vector<ClockView> out;
  out.reserve(clocks.size());
  for (const clocks::Clock& clock : clocks)
    out.push_back({clock.span, clock.started_at, clock.due_on, clock.due_at, clock.stopped_at,
                   clocks::source_of(work, clock)});
  return out;
}

ComplaintState state_of(Work& work, const Complaint& complaint,
                        const std::vector<clocks::Clock>& clocks) {
  return {complaint.id,      complaint.number,       complaint.state,
          complaint.version, views_of(work, clocks), {}};
}

ComplaintState state_of(Work& work, const Complaint& complaint) {
  auto out = state_of(work, complaint, clocks::clocks_of(work.tx, complaint.id.number));
  out.approvals = approvals::briefs_of(work.tx, complaint.id.number);
  return out;
}

}  // namespace xb::complaints
