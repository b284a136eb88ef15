#include "modules/samples/rules.h"

#include <array>

namespace xb::samples {
namespace {

constexpr std::array steps{
    Step{State::open, Action::close, State::closed, Permission("sample.close")},
};

}  // namespace

std::span<const Step> lifecycle() { return steps; }

Result<State> after(State state, Action action) {
  for (const Step& step : steps)
    if (step.from == state && step.action == action) return step.to;
  return refuse(Reason::conflict, "sample.wrong_state");
}

}  // namespace xb::samples
