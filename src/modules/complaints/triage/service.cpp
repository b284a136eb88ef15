#include "modules/complaints/triage/service.h"

#include <algorithm>

#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct Accepted : Moved {
  Tier tier = Tier::ordinary;
  Urgency urgency = Urgency::iii;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Accepted, (Moved), (tier, urgency, note))

struct Redirected : Moved {
  OtherIntake redirected_to = OtherIntake::other;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Redirected, (Moved), (redirected_to, reason))

struct Refused : Moved {
  RefusalGround ground{};
  Instant told_at;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Refused, (Moved), (ground, told_at, reason))

}  // namespace

Result<ComplaintState> accept(Work& work, Id<Complaint> id, const Acceptance& input) {
  auto opened = TRY(open(work, id));
  const Tier tier = input.tier.value_or(Tier::ordinary);
  const Urgency urgency = input.urgency.value_or(Urgency::iii);
  opened.complaint.tier = tier;
  opened.complaint.urgency = urgency;
  // Limits by tier begin when the tier is known.
  auto clocks = clocks::plan(work, clock_subject(opened.complaint), facts_of(opened.complaint),
                             {{workflow::CountsFrom::accepted, work.now}});
  const auto first = clocks::first_due_at(clocks.clocks);
  auto& due_at = opened.complaint.due_at;
  if (first) due_at = std::min(due_at.value_or(*first), *first);
  Moved moved = TRY(advance(work, opened, Action::accept));
  clocks::start(work, clocks, id.number);
  moved.clocks = clocks.changes;
  evidence::append(work, "complaint.accepted", evidence::Subject(id, opened.key),
                   Accepted{moved, tier, urgency, input.note});
  return state_of(work, opened.complaint);
}

Result<ComplaintState> redirect(Work& work, Id<Complaint> id, const Redirection& input) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(finish(work, opened, Action::redirect));
  evidence::append(work, "complaint.redirected", evidence::Subject(id, opened.key),
                   Redirected{moved, input.to, input.reason});
  return state_of(work, opened.complaint);
}

Result<ComplaintState> refuse_complaint(Work& work, Id<Complaint> id, const NewRefusal& input) {
  auto opened = TRY(open(work, id));
  if (input.told_at > work.now) return refuse(Reason::invalid, "field.in_future", "told_at");
  if (input.told_at < opened.complaint.received_at)
    return refuse(Reason::invalid, "complaint.told_early", "told_at");
  // Told within its limit is told in time, whenever it is entered (art. 21).
  const auto stopped =
      TRY(stop_spans(work, opened, {"decide", "decide_pboc", "handling"}, input.told_at));
  Moved moved = TRY(finish(work, opened, Action::refuse));
  moved.clocks.insert(moved.clocks.begin(), stopped.begin(), stopped.end());
  evidence::append(work, "complaint.refused", evidence::Subject(id, opened.key),
                   Refused{moved, input.ground, input.told_at, input.reason});
  return state_of(work, opened.complaint);
}

}  // namespace xb::complaints
