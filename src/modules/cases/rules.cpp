#include "modules/cases/rules.h"

#include <algorithm>
#include <array>

#include "core/ensure.h"
#include "platform/privacy/detect.h"

namespace xb::cases {
namespace {

constexpr Permission may_publish("case.publish");

constexpr std::array steps{
    Step{State::draft, Action::publish, State::published, may_publish},
    Step{State::draft, Action::withdraw, State::withdrawn, may_publish},
    Step{State::published, Action::withdraw, State::withdrawn, may_publish},
};

template <class T>
Result<void> check_impersonal(std::string_view field, const T& text) {
  if (!privacy::detect(text.str()).empty())
    return refuse(Reason::invalid, "field.personal", std::string{field});
  return {};
}

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
  return refuse(Reason::conflict, "case.wrong_state");
}

Result<void> check(const NewCase& input) {
  TRY(check_impersonal("title", input.title));
  TRY(check_impersonal("facts", input.facts));
  TRY(check_impersonal("right_handling", input.right_handling));
  if (input.wrong_handling) TRY(check_impersonal("wrong_handling", *input.wrong_handling));
  if (input.wording) TRY(check_impersonal("wording", *input.wording));
  if (input.business) TRY(check_impersonal("business", *input.business));
  if (input.cause) TRY(check_impersonal("cause", *input.cause));
  if (input.amount_from_fen.has_value() != input.amount_to_fen.has_value())
    return refuse(Reason::invalid, "case.range", "amount_to_fen");
  if (input.amount_from_fen &&
      (*input.amount_from_fen < 0 || *input.amount_to_fen <= *input.amount_from_fen))
    return refuse(Reason::invalid, "case.range", "amount_to_fen");
  return {};
}

}  // namespace xb::cases
