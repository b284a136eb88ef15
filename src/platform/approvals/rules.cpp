#include "platform/approvals/rules.h"

#include <array>

namespace xb::approvals {
namespace {

struct Transition {
  State from;
  Action action;
  State to;
};

constexpr std::array transitions{
    Transition{State::waiting, Action::pass, State::waiting},
    Transition{State::waiting, Action::grant, State::granted},
    Transition{State::waiting, Action::refuse, State::refused},
    Transition{State::waiting, Action::hand_back, State::handed_back},
    Transition{State::waiting, Action::take_back, State::taken_back},
    Transition{State::waiting, Action::lapse, State::lapsed},
    Transition{State::granted, Action::take_back, State::taken_back},
    Transition{State::granted, Action::spend, State::spent},
    Transition{State::granted, Action::lapse, State::lapsed},
};

}  // namespace

Result<State> after(State state, Action action) {
  for (const Transition& one : transitions)
    if (one.from == state && one.action == action) return one.to;
  return refuse(Reason::conflict, "approval.settled");
}

}  // namespace xb::approvals
