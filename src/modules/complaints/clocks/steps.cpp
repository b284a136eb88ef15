#include "modules/complaints/clocks/steps.h"

#include "modules/complaints/rules.h"

namespace xb::complaints {

std::string span_of(const SpanName& span) { return span ? span->str() : "decide"; }

Result<Stepped> step(Work& work, OpenComplaint open, const SpanName& span,
                     const DecideStep& decide) {
  const std::int64_t id = open.complaint.id.number;
  auto clock = TRY(clocks::running(work, id, span_of(span)));
  auto change = TRY(clocks::take_step(
      work, clock, [&](const workflow::Reckoned& reckoned, const workflow::Reckoning& with) {
        return decide(open.complaint, reckoned, with);
      }));
  open.complaint.due_at = clocks::first_due_at(clocks::clocks_of(work.tx, id));
  TRY(update(work, open.complaint, open.key));
  return Stepped{std::move(open), {std::move(change)}};
}

Result<Stepped> step(Work& work, Id<Complaint> id, const SpanName& span, const DecideStep& decide) {
  auto opened = TRY(open(work, id));
  return step(work, std::move(opened), span, decide);
}

Result<void> check_notice(Work& work, const Complaint& complaint,
                          const std::optional<GivenNotice>& notice) {
  if (!notice) return {};
  if (notice->on > work.zone.date(work.now))
    return refuse(Reason::invalid, "field.in_future", "notice.on");
  if (notice->on < work.zone.date(complaint.received_at))
    return refuse(Reason::invalid, "field.too_early", "notice.on");
  return check_code("notice.proof", notice->proof.str());
}

}  // namespace xb::complaints
