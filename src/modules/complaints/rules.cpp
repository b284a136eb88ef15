#include "modules/complaints/rules.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/ensure.h"
#include "platform/privacy/detect.h"

namespace xb::complaints {
namespace {

constexpr Permission may_triage("complaint.triage");
constexpr Permission may_assign("complaint.assign");
constexpr Permission may_handle("complaint.handle");
constexpr Permission may_close("complaint.close");
constexpr Permission may_withdraw("complaint.withdraw");
constexpr Permission may_contact("complaint.contact");
constexpr Permission may_supervise("complaint.supervise");

constexpr std::array steps{
    Step{State::registered, Action::accept, State::accepted, may_triage},
    Step{State::registered, Action::redirect, State::redirected, may_triage},
    Step{State::accepted, Action::redirect, State::redirected, may_triage},
    Step{State::registered, Action::refuse, State::refused, may_triage},
    Step{State::accepted, Action::refuse, State::refused, may_triage},
    Step{State::accepted, Action::assign, State::assigned, may_assign},
    Step{State::assigned, Action::assign, State::assigned, may_assign},
    Step{State::handling, Action::assign, State::assigned, may_assign},
    Step{State::assigned, Action::take_over, State::handling, may_handle},
    Step{State::registered, Action::close, State::closed, may_close},
    Step{State::accepted, Action::close, State::closed, may_close},
    Step{State::handling, Action::close, State::closed, may_close},
    Step{State::registered, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::accepted, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::assigned, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::handling, Action::withdraw, State::withdrawn, may_withdraw},
    // Working a case until there is a decision: the state stays, but for what is raised.
    Step{State::registered, Action::request_supplement, State::registered, may_contact},
    Step{State::accepted, Action::request_supplement, State::accepted, may_contact},
    Step{State::assigned, Action::request_supplement, State::assigned, may_contact},
    Step{State::handling, Action::request_supplement, State::handling, may_contact},
    Step{State::registered, Action::supplement, State::registered, may_contact},
    Step{State::accepted, Action::supplement, State::accepted, may_contact},
    Step{State::assigned, Action::supplement, State::assigned, may_contact},
    Step{State::handling, Action::supplement, State::handling, may_contact},
    Step{State::registered, Action::contact, State::registered, may_contact},
    Step{State::accepted, Action::contact, State::accepted, may_contact},
    Step{State::assigned, Action::contact, State::assigned, may_contact},
    Step{State::handling, Action::contact, State::handling, may_contact},
    Step{State::accepted, Action::dispatch, State::accepted, may_handle},
    Step{State::assigned, Action::dispatch, State::assigned, may_handle},
    Step{State::handling, Action::dispatch, State::handling, may_handle},
    Step{State::accepted, Action::answer_task, State::accepted, may_handle},
    Step{State::assigned, Action::answer_task, State::assigned, may_handle},
    Step{State::handling, Action::answer_task, State::handling, may_handle},
    Step{State::accepted, Action::hand_back_task, State::accepted, may_handle},
    Step{State::assigned, Action::hand_back_task, State::assigned, may_handle},
    Step{State::handling, Action::hand_back_task, State::handling, may_handle},
    Step{State::handling, Action::offer, State::handling, may_handle},
    Step{State::assigned, Action::settle_offer, State::assigned, may_handle},
    Step{State::handling, Action::settle_offer, State::handling, may_handle},
    Step{State::accepted, Action::chase, State::accepted, may_handle},
    Step{State::assigned, Action::chase, State::assigned, may_handle},
    Step{State::handling, Action::chase, State::handling, may_handle},
    Step{State::accepted, Action::supervise, State::accepted, may_supervise},
    Step{State::assigned, Action::supervise, State::assigned, may_supervise},
    Step{State::handling, Action::supervise, State::handling, may_supervise},
    Step{State::accepted, Action::acknowledge, State::accepted, may_handle},
    Step{State::assigned, Action::acknowledge, State::assigned, may_handle},
    Step{State::handling, Action::acknowledge, State::handling, may_handle},
    Step{State::accepted, Action::reply, State::accepted, may_handle},
    Step{State::assigned, Action::reply, State::assigned, may_handle},
    Step{State::handling, Action::reply, State::handling, may_handle},
    Step{State::accepted, Action::raise, State::assigned, may_assign},
    Step{State::assigned, Action::raise, State::assigned, may_assign},
    Step{State::handling, Action::raise, State::assigned, may_assign},
};

const Instant earliest_received_at = *parse_instant("2000-01-01T00:00:00Z");

// ISO/IEC 7064:2003 MOD 11,10 over digits.
char check_digit(std::string_view digits) {
  int product = 10;
  for (char c : digits) {
    int sum = (product + (c - '0')) % 10;
    if (sum == 0) sum = 10;
    product = sum * 2 % 11;
  }
  return static_cast<char>('0' + (11 - product) % 10);
}

}  // namespace

std::span<const Step> lifecycle() { return steps; }

Permission permission_of(Action action) {
  const auto step = std::find_if(steps.begin(), steps.end(),
                                 [&](const Step& one) { return one.action == action; });
  ensure(step != steps.end(), "an action that no step takes");
  return step->permission;
}

bool is_over(State state) {
  return std::none_of(steps.begin(), steps.end(),
                      [&](const Step& step) { return step.from == state; });
}

Result<State> after(State state, Action action) {
  for (const Step& step : steps)
    if (step.from == state && step.action == action) return step.to;
  return refuse(Reason::conflict, "complaint.wrong_state");
}

Result<void> check(const NewComplainant& complainant) {
  bool known = false;
  for_each_member<NewComplainant>(
      [&](std::string_view, auto member) { known = known || (complainant.*member).has_value(); });
  if (!known) return refuse(Reason::invalid, "complaint.complainant_unknown", "complainant");
  return {};
}

Result<void> check_code(std::string_view field, std::string_view text) {
  if (!privacy::detect(text).empty())
    return refuse(Reason::invalid, "field.personal", std::string{field});
  return {};
}

Result<void> check_received_at(Instant received_at, Instant now) {
  if (received_at > now) return refuse(Reason::invalid, "field.in_future", "received_at");
  if (received_at < earliest_received_at)
    return refuse(Reason::invalid, "field.too_early", "received_at");
  return {};
}

Result<void> check_end(const End& end, Instant now, Zone zone) {
  if (!end.closed_at) return {};
  if (!is_over(end.state)) return refuse(Reason::invalid, "complaint.not_closed", "closed_at");
  const Date day = zone.date(*end.closed_at);
  const bool is_day_only = zone.start(day) == *end.closed_at;
  const bool is_early =
      is_day_only ? day < zone.date(end.received_at) : *end.closed_at < end.received_at;
  if (is_early) return refuse(Reason::invalid, "complaint.closed_early", "closed_at");
  if (*end.closed_at > now) return refuse(Reason::invalid, "field.in_future", "closed_at");
  return {};
}

std::string number_of(Date day, std::int64_t serial) {
  std::string text = format(day);
  std::erase(text, '-');
  char digits[16];
  std::snprintf(digits, sizeof digits, "%07lld", static_cast<long long>(serial % serials));
  text += digits;
  return text + check_digit(text);
}

bool has_check_digit(std::string_view number) {
  const bool digits =
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && number.size() == 16 && check_digit(number.substr(0, 15)) == number.back();
}

}  // namespace xb::complaints
