#include "modules/tip_offs/rules.h"

#include <algorithm>
#include <array>

#include "core/ensure.h"

namespace xb::tip_offs {
namespace {

constexpr Permission may_assign("tip_off.assign");
constexpr Permission may_decide("tip_off.decide");

constexpr std::array steps{
    Step{State::received, Action::assign, State::assigned, may_assign},
    Step{State::assigned, Action::assign, State::assigned, may_assign},
    Step{State::assigned, Action::decide, State::decided, may_decide},
    Step{State::decided, Action::close, State::closed, may_decide},
};

const Instant earliest_received_at = *parse_instant("2000-01-01T00:00:00Z");

}  // namespace

std::span<const Step> lifecycle() { return steps; }

Permission permission_of(Action action) {
  const auto step = std::find_if(steps.begin(), steps.end(),
                                 [&](const Step& one) { return one.action == action; });
  ensure(step != steps.end(), "an action that no step takes");
  return step->permission;
}

Result<State> after(State state, Action action) {
  for (const Step& step : steps)
    if (step.from == state && step.action == action) return step.to;
  return refuse(Reason::conflict, "tip_off.wrong_state");
}

Result<void> check(const NewTipOff& input, Instant now, Zone zone) {
  const Instant received_at = input.received_at.value_or(now);
  if (received_at > now) return refuse(Reason::invalid, "field.in_future", "received_at");
  if (received_at < earliest_received_at)
    return refuse(Reason::invalid, "field.too_early", "received_at");
  if (input.due_on && *input.due_on < zone.date(received_at))
    return refuse(Reason::invalid, "tip_off.due_early", "due_on");
  if (input.reported_ids && input.reported_ids->size() > reported_max)
    return refuse(Reason::invalid, "tip_off.too_many", "reported_ids");
  if (input.reported_unit_ids && input.reported_unit_ids->size() > reported_max)
    return refuse(Reason::invalid, "tip_off.too_many", "reported_unit_ids");
  return {};
}

}  // namespace xb::tip_offs
