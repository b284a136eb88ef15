// Pure decisions about tip-offs: the lifecycle.
#pragma once

#include <span>

#include "core/permission.h"
#include "core/result.h"
#include "modules/tip_offs/types.h"

namespace xb::tip_offs {

struct Step {
  State from;
  Action action;
  State to;
  Permission permission;
};

// The lifecycle as a table.
std::span<const Step> lifecycle();

// Who may take an action, whatever the state.
Permission permission_of(Action action);

// Refuses with tip_off.wrong_state.
Result<State> after(State state, Action action);

// Not later than `now`, not before 2000; a regulator's date not before that day; not too many
// named. Refuses with field.in_future, field.too_early, tip_off.due_early or tip_off.too_many.
Result<void> check(const NewTipOff& input, Instant now, Zone zone);

}  // namespace xb::tip_offs
