// Pure decisions about samples: the lifecycle.
#pragma once

#include <span>

#include "core/permission.h"
#include "core/result.h"
#include "modules/samples/types.h"

namespace xb::samples {

struct Step {
  State from;
  Action action;
  State to;
  Permission permission;
};

// The lifecycle as a table.
std::span<const Step> lifecycle();

// Refuses with sample.wrong_state.
Result<State> after(State state, Action action);

}  // namespace xb::samples
