#include "modules/complaints/preservation/service.h"

#include "modules/complaints/attachments/service.h"
#include "modules/complaints/preservation/sources.h"
#include "modules/complaints/service.h"
#include "platform/clocks/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

// On the item's own chain.
struct Requested {
  Id<Complaint> complaint_id;
  EvidenceKind kind = EvidenceKind::other;
  Date recorded_on;
  Instant gone_at;
  std::vector<clocks::Change> clocks;
  EvidenceText what;
  std::optional<EvidenceText> place;
  EvidenceText keeper;
};
BOOST_DESCRIBE_STRUCT(Requested, (),
                      (complaint_id, kind, recorded_on, gone_at, clocks, what, place, keeper))

struct Settled {
  Preserved outcome = Preserved::preserved;
  Id<Attachment> attachment_id;
  std::vector<clocks::Change> clocks;
  std::optional<EvidenceText> note;
};
BOOST_DESCRIBE_STRUCT(Settled, (), (outcome, attachment_id, clocks, note))

// On the chain of the case.
struct RequestTold {
  Id<Preservation> preservation_id;
  EvidenceKind kind = EvidenceKind::other;
  Instant gone_at;
};
BOOST_DESCRIBE_STRUCT(RequestTold, (), (preservation_id, kind, gone_at))

struct OutcomeTold {
  Id<Preservation> preservation_id;
  Preserved outcome = Preserved::preserved;
  Id<Attachment> attachment_id;
};
BOOST_DESCRIBE_STRUCT(OutcomeTold, (), (preservation_id, outcome, attachment_id))

PreservationView view_of(Work& work, const Preservation& one) {
  std::string source;
  for (const auto& clock : clocks::clocks_of(work.tx, one.id.number))
    source = clocks::source_of(work, clock);
  return {.id = one.id,
          .complaint_id = one.complaint_id,
          .complaint_number = one.complaint_number,
          .kind = one.kind,
          .state = one.state,
          .what = one.what,
          .place = one.place,
          .keeper = one.keeper,
          .recorded_on = one.recorded_on,
          .kept_until = work.zone.date(one.gone_at - std::chrono::milliseconds{1}),
          .gone_at = one.gone_at,
          .source = source,
          .requested_by = given(one.requested_by),
          .requested_at = one.requested_at,
          .settled_by = given(one.settled_by),
          .settled_at = one.settled_at,
          .attachment_id = given(one.attachment_id),
          .note = one.note,
          .outlet_id = given(one.outlet_id),
          .handling_unit_id = given(one.handling_unit_id),
          .version = one.version};
}

Result<void> check(const PreservationRequest& input, Date today) {
  if (input.recorded_on > today) return refuse(Reason::invalid, "field.in_future", "recorded_on");
  if (input.kept_until && *input.kept_until < input.recorded_on)
    return refuse(Reason::invalid, "preservation.gone_before", "kept_until");
  return {};
}

// The clock of a new item: by the rule of its kind, or until the day its keeper names.
Result<clocks::Changed> start_clock(Work& work, Id<Preservation> id,
                                    const PreservationRequest& input) {
  const workflow::Facts facts{{"evidence", std::string{name_of(input.kind)}}};
  auto planned =
      clocks::plan(work, preservation_subject, facts,
                   {{workflow::CountsFrom::recorded, work.zone.start(input.recorded_on)}});
  if (planned.clocks.empty()) return refuse(Reason::conflict, "preservation.no_rule", "kind");
  clocks::start(work, planned, id.number);
  if (!input.kept_until) return planned;
  planned.changes.push_back(
      TRY(clocks::take_step(work, planned.clocks.front(),
                            [&](const workflow::Reckoned& clock, const workflow::Reckoning&) {
                              return workflow::told(clock, *input.kept_until, work.now);
                            })));
  return planned;
}

}  // namespace

Result<PreservationView> request_preservation(Work& work, Id<Complaint> id,
                                              const PreservationRequest& input) {
  auto opened = TRY(open(work, id));
  const Complaint& complaint = opened.complaint;
  TRY(check(input, work.zone.date(work.now)));
  const auto item_id = work.new_id<Preservation>();
  const auto started = TRY(start_clock(work, item_id, input));
  const Preservation item{
      .id = item_id,
      .key_id = opened.key.id(),
      .complaint_id = id,
      .complaint_number = complaint.number,
      .kind = input.kind,
      .what = input.what,
      .place = input.place,
      .keeper = input.keeper,
      .recorded_on = input.recorded_on,
      .gone_at = started.clocks.front().due_at,
      .requested_by = work.actor.person,
      .requested_at = work.now,
      .settled_by = {},
      .settled_at = {},
      .attachment_id = {},
      .note = {},
      .branch_id = complaint.branch_id,
      .sub_branch_id = complaint.sub_branch_id,
      .outlet_id = complaint.outlet_id,
      .handling_unit_id = complaint.handling_unit_id,
      .accused_id = complaint.accused_id,
      .shut_unit_id = complaint.shut_unit_id,
  };
  insert(work, item, opened.key);
  TRY(update(work, opened.complaint, opened.key));
  evidence::append(work, "preservation.requested", evidence::Subject::made_now(item.id, opened.key),
                   Requested{id, item.kind, item.recorded_on, item.gone_at, started.changes,
                             item.what, item.place, item.keeper});
  evidence::append(work, "complaint.preservation_requested", evidence::Subject(id, opened.key),
                   RequestTold{item.id, item.kind, item.gone_at});
  return view_of(work, item);
}

Result<PreservationView> settle_preservation(Work& work, Id<Preservation> id,
                                             const PreservationOutcome& input) {
  auto item = find_preservation(work, work.actor, id);
  if (!item) return refuse(Reason::missing, "preservation.missing");
  TRY(check_version(work, item->version));
  if (item->state != PreservationState::requested)
    return refuse(Reason::conflict, "preservation.settled");
  const bool is_kept = input.outcome == Preserved::preserved;
  if (is_kept && !input.attachment_id)
    return refuse(Reason::invalid, "preservation.proof_missing", "attachment_id");
  if (!is_kept && !input.note)
    return refuse(Reason::invalid, "preservation.reason_missing", "note");
  if (input.attachment_id) TRY(attachment_of(work, item->complaint_id, *input.attachment_id));
  auto complaint = find_complaint(work, work.actor, item->complaint_id);
  if (!complaint) return refuse(Reason::missing, "preservation.missing");
  const auto key = sealing::key(work, item->key_id);
  const auto stopped = TRY(clocks::stop_all(work, id.number));
  item->state = is_kept ? PreservationState::preserved : PreservationState::lost;
  item->settled_by = work.actor.person;
  item->settled_at = work.now;
  item->attachment_id = input.attachment_id.value_or(Id<Attachment>{});
  item->note = input.note;
  TRY(update(work, *item, key));
  TRY(update(work, *complaint, key));
  evidence::append(work, "preservation.settled", evidence::Subject(id, key),
                   Settled{input.outcome, item->attachment_id, stopped.changes, input.note});
  evidence::append(work, "complaint.preservation_settled",
                   evidence::Subject(item->complaint_id, key),
                   OutcomeTold{id, input.outcome, item->attachment_id});
  return view_of(work, *item);
}

Result<storage::Page<PreservationView>> list_preservations(Work& work,
                                                           const storage::ListRequest& request) {
  const auto page = TRY(preservations(work, work.actor, request));
  storage::Page<PreservationView> out{{}, page.next_cursor};
  for (const Preservation& one : page.rows) out.items.push_back(view_of(work, one));
  return out;
}

Result<PreservationView> show_preservation(Work& work, Id<Preservation> id) {
  const auto item = find_preservation(work, work.actor, id);
  if (!item) return refuse(Reason::missing, "preservation.missing");
  return view_of(work, *item);
}

}  // namespace xb::complaints
