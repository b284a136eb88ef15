// The life of an approval as a table.
#pragma once

#include "platform/approvals/types.h"

namespace xb::approvals {

// `pass` grants a step with more to come.
enum class Action { pass, grant, refuse, hand_back, take_back, spend, lapse };
BOOST_DESCRIBE_ENUM(Action, pass, grant, refuse, hand_back, take_back, spend, lapse)

// Refuses with approval.settled.
Result<State> after(State state, Action action);

}  // namespace xb::approvals
