// Pure decisions about cases of the library.
#pragma once

#include <span>

#include "core/permission.h"
#include "core/result.h"
#include "modules/cases/types.h"

namespace xb::cases {

struct Step {
  State from;
  Action action;
  State to;
  Permission permission;
};
std::span<const Step> lifecycle();
Permission permission_of(Action action);

// Refuses with case.wrong_state.
Result<State> after(State state, Action action);

// Refuses with field.personal where a text holds an identifier of a person, and with case.range
// where the amounts are one amount, one of two, or below zero.
Result<void> check(const NewCase& input);

}  // namespace xb::cases
