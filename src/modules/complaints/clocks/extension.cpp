#include "modules/complaints/clocks/extension.h"

#include "modules/complaints/clocks/steps.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

using approvals::Approval;
using workflow::Reckoned;
using workflow::Reckoning;

constexpr std::string_view matter = "extension";

// What is laid before an approver: the notice comes after him.
struct ExtensionWanted {
  SpanName span;
  std::int64_t to_total = 0;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(ExtensionWanted, (), (span, to_total, reason))

struct Extended {
  std::int64_t to_total = 0;
  std::optional<Id<Approval>> approval_id;
  std::optional<GivenNotice> notice;
  std::vector<clocks::Change> clocks;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Extended, (), (to_total, approval_id, notice, clocks, reason))

// What the limit's rule wants of an extension to this length.
Result<workflow::Extension> stage_of(Work& work, Id<Complaint> id, const ExtensionWanted& wanted) {
  const auto clock = TRY(clocks::running(work, id.number, span_of(wanted.span)));
  const clocks::Snapshot snapshot(work);
  const auto steps = TRY(clocks::steps_of(clock));
  const auto reckoned = TRY(workflow::reckon(steps, snapshot.reckoning()));
  return workflow::extension(reckoned, wanted.to_total, work.now);
}

Result<Complaint> carry_out(Work& work, OpenComplaint open, const ExtensionWanted& wanted,
                            const std::optional<GivenNotice>& notice, Id<Approval> approval) {
  auto stepped = TRY(step(work, std::move(open), wanted.span,
                          [&](const Complaint&, const Reckoned& clock, const Reckoning&) {
                            return workflow::extended(clock, wanted.to_total, work.now);
                          }));
  evidence::append(
      work, "complaint.extended", evidence::Subject(stepped.open.complaint.id, stepped.open.key),
      Extended{wanted.to_total, given(approval), notice, stepped.changes, wanted.reason});
  return std::move(stepped.open.complaint);
}

Result<const workflow::ApprovalRule*> rule_for(Work& work, const Complaint& complaint,
                                               const workflow::Extension& stage) {
  approvals::Question question{matter, facts_of(complaint)};
  question.facts["approver"] = name_of(stage.approver);
  const auto* rule = approvals::rule_for(work, question);
  if (rule == nullptr && stage.approver != workflow::Approver::nobody_named)
    return refuse(Reason::conflict, "approval.no_rule");
  return rule;
}

// The one that grants this and no other.
std::optional<Approval> granted_for(Work& work, Id<Complaint> id, const ExtensionWanted& wanted) {
  auto open = approvals::open_of(work, id.number, matter);
  if (!open || open->state != approvals::State::granted) return {};
  const auto granted = approvals::asked_in<ExtensionWanted>(open->input);
  if (granted.to_total != wanted.to_total || span_of(granted.span) != span_of(wanted.span))
    return {};
  return open;
}

Result<approvals::Effect> take_effect(Work& work, const Approval& approval) {
  const auto wanted = approvals::asked_in<ExtensionWanted>(approval.input);
  auto opened = TRY(open_for_system(work, {approval.subject_id}));
  const auto stage = TRY(stage_of(work, opened.complaint.id, wanted));
  if (stage.needs_notice) return approvals::Effect::later;
  TRY(carry_out(work, std::move(opened), wanted, {}, approval.id));
  return approvals::Effect::done;
}

}  // namespace

Result<ComplaintState> extend(Work& work, Id<Complaint> id, const ExtensionInput& input) {
  auto opened = TRY(open(work, id));
  TRY(check_notice(work, opened.complaint, input.notice));
  const ExtensionWanted wanted{input.span, input.to_total, input.reason};
  const auto stage = TRY(stage_of(work, id, wanted));
  const auto* rule = TRY(rule_for(work, opened.complaint, stage));
  auto granted = rule == nullptr ? std::nullopt : granted_for(work, id, wanted);
  if (rule != nullptr && !granted) {
    if (input.notice) return refuse(Reason::conflict, "extension.not_granted", "notice");
    TRY(approvals::ask(work, about(opened.complaint), *rule, approvals::asked_for(wanted)));
    return state_of(work, opened.complaint);
  }
  if (stage.needs_notice && !input.notice)
    return refuse(Reason::invalid, "extension.notice_missing", "notice");
  const auto agreed = granted ? approvals::asked_in<ExtensionWanted>(granted->input) : wanted;
  const Complaint extended = TRY(carry_out(work, std::move(opened), agreed, input.notice,
                                           granted ? granted->id : Id<Approval>{}));
  if (granted) TRY(approvals::spend(work, *granted));
  return state_of(work, extended);
}

approvals::Matter extension_matter() {
  return {std::string{matter}, approvals::shown<ExtensionWanted>, take_effect};
}

}  // namespace xb::complaints
