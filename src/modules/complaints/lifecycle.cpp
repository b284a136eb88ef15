#include <algorithm>
#include <array>
#include <vector>

#include "core/ensure.h"
#include "modules/complaints/rules.h"

namespace xb::complaints {
namespace {

constexpr Permission may_triage("complaint.triage");
constexpr Permission may_assign("complaint.assign");
constexpr Permission may_handle("complaint.handle");
constexpr Permission may_close("complaint.close");
constexpr Permission may_withdraw("complaint.withdraw");
constexpr Permission may_contact("complaint.contact");
constexpr Permission may_supervise("complaint.supervise");
constexpr Permission may_approve("approval.decide");  // whoever holds the office; no post has it
constexpr Permission may_review("complaint.review");
constexpr Permission may_object("complaint.object");
constexpr Permission may_call_back("complaint.call_back");
constexpr Permission may_check_sample("complaint.check_sample");
constexpr Permission may_archive("complaint.archive");

// An action that leads on, from any of these states.
struct Leading {
  Action action;
  unsigned from;
  State to;
  Permission permission;
};

// An action that leaves the state as it is.
struct Staying {
  Action action;
  unsigned in;
  Permission permission;
};

template <class... States>
constexpr unsigned any_of(States... states) {
  return (... | (1u << static_cast<unsigned>(states)));
}

constexpr State registered = State::registered, accepted = State::accepted,
                assigned = State::assigned, handling = State::handling, proposed = State::proposed,
                decided = State::decided, answered = State::answered, closed = State::closed;

constexpr unsigned undecided = any_of(registered, accepted, assigned, handling);
constexpr unsigned open = undecided | any_of(proposed, decided, answered);
constexpr unsigned at_work = any_of(accepted, assigned, handling, proposed, decided, answered);
constexpr unsigned learning = any_of(decided, answered, closed);

constexpr std::array leading{
    Leading{Action::accept, any_of(registered), accepted, may_triage},
    Leading{Action::redirect, any_of(registered, accepted), State::redirected, may_triage},
    Leading{Action::refuse, any_of(registered, accepted), State::refused, may_triage},
    Leading{Action::assign, any_of(accepted, assigned, handling), assigned, may_assign},
    Leading{Action::raise, any_of(accepted, assigned, handling), assigned, may_assign},
    Leading{Action::take_over, any_of(assigned), handling, may_handle},
    Leading{Action::propose, any_of(handling), proposed, may_handle},
    Leading{Action::hand_back, any_of(proposed), handling, may_approve},
    Leading{Action::decide, any_of(proposed), decided, may_approve},
    Leading{Action::answer, any_of(decided, answered), answered, may_handle},
    // From the first two it is settled on the spot.
    Leading{Action::close, any_of(registered, accepted, answered), closed, may_close},
    Leading{Action::withdraw, open, State::withdrawn, may_withdraw},
    Leading{Action::join, undecided, State::joined, may_triage},
};

// What was joined by mistake goes back to the state it was joined in.
constexpr unsigned before_joining = undecided;

constexpr std::array staying{
    Staying{Action::contact, open, may_contact},
    Staying{Action::request_supplement, undecided, may_contact},
    Staying{Action::supplement, open, may_contact},
    Staying{Action::dispatch, any_of(accepted, assigned, handling), may_handle},
    Staying{Action::answer_task, at_work, may_handle},
    Staying{Action::hand_back_task, at_work, may_handle},
    Staying{Action::offer, any_of(handling), may_handle},
    Staying{Action::settle_offer, any_of(assigned, handling, proposed), may_handle},
    Staying{Action::chase, at_work, may_handle},
    Staying{Action::supervise, at_work, may_supervise},
    Staying{Action::acknowledge, at_work, may_handle},
    Staying{Action::reply, at_work, may_handle},
    Staying{Action::promise, at_work, may_handle},
    // What was promised before the case ended is owed all the same.
    Staying{Action::fulfil,
            at_work | any_of(State::withdrawn, State::redirected, State::refused, State::joined),
            may_handle},
    Staying{Action::find_responsibility, learning, may_review},
    Staying{Action::object, learning, may_object},
    Staying{Action::review_finding, learning, may_review},
    Staying{Action::name_cause, learning, may_review},
    Staying{Action::call_back, any_of(answered, closed), may_call_back},
    Staying{Action::rate, any_of(answered, closed), may_call_back},
    Staying{Action::check_sample, any_of(closed), may_check_sample},
    Staying{Action::check_classes, any_of(closed), may_check_sample},
    Staying{Action::archive, any_of(closed, State::withdrawn, State::refused), may_archive},
};

// Both tables, step by step.
std::vector<Step> all_steps() {
  std::vector<Step> out;
  for_each_enumerator<State>([&](std::string_view, State from) {
    const unsigned bit = any_of(from);
    for (const Leading& one : leading)
      if ((one.from & bit) != 0) out.push_back({from, one.action, one.to, one.permission});
    for (const Staying& one : staying)
      if ((one.in & bit) != 0) out.push_back({from, one.action, from, one.permission});
    if ((before_joining & bit) != 0)
      out.push_back({State::joined, Action::split, from, may_triage});
  });
  return out;
}

}  // namespace

std::span<const Step> lifecycle() {
  static const std::vector<Step> steps = all_steps();
  return steps;
}

Permission permission_of(Action action) {
  const auto steps = lifecycle();
  const auto step = std::find_if(steps.begin(), steps.end(),
                                 [&](const Step& one) { return one.action == action; });
  ensure(step != steps.end(), "an action that no step takes");
  return step->permission;
}

bool is_over(State state) {
  return std::none_of(leading.begin(), leading.end(),
                      [&](const Leading& one) { return (one.from & any_of(state)) != 0; });
}

Result<State> split_into(State state, State before) {
  for (const Step& step : lifecycle())
    if (step.from == state && step.action == Action::split && step.to == before) return before;
  return refuse(Reason::conflict, "complaint.wrong_state");
}

Result<State> after(State state, Action action) {
  if (action == Action::split) return refuse(Reason::conflict, "complaint.wrong_state");
  for (const Step& step : lifecycle())
    if (step.from == state && step.action == action) return step.to;
  return refuse(Reason::conflict, "complaint.wrong_state");
}

}  // namespace xb::complaints
