// What the steps on a complaint's limits share.
#pragma once

#include <functional>

#include "modules/complaints/clocks/service.h"
#include "modules/complaints/service.h"

namespace xb::complaints {

// A complaint whose clock has taken a step.
struct Stepped {
  OpenComplaint open;
  std::vector<clocks::Change> changes;
};

using DecideStep = std::function<Result<workflow::ClockStep>(
    const Complaint&, const workflow::Reckoned&, const workflow::Reckoning&)>;

// Lets a step happen to the clock of this span; the complaint then knows its first due date.
Result<Stepped> step(Work& work, OpenComplaint open, const SpanName& span,
                     const DecideStep& decide);
Result<Stepped> step(Work& work, Id<Complaint> id, const SpanName& span, const DecideStep& decide);

std::string span_of(const SpanName& span);

// Refuses with field.in_future, field.too_early (before the complaint) or field.personal.
Result<void> check_notice(Work& work, const Complaint& complaint,
                          const std::optional<GivenNotice>& notice);

}  // namespace xb::complaints
