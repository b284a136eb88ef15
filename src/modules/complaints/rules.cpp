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

constexpr Permission may_approve("approval.decide");
constexpr Permission may_review("complaint.review");
constexpr Permission may_object("complaint.object");
constexpr Permission may_call_back("complaint.call_back");
constexpr Permission may_check_sample("complaint.check_sample");
constexpr Permission may_archive("complaint.archive");

constexpr Step stays(State state, Action action, Permission permission) {
  return {state, action, state, permission};
}

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
    Step{State::handling, Action::propose, State::proposed, may_handle},
    Step{State::proposed, Action::hand_back, State::handling, may_approve},
    Step{State::proposed, Action::decide, State::decided, may_approve},
    Step{State::decided, Action::answer, State::answered, may_handle},
    Step{State::answered, Action::answer, State::answered, may_handle},
    // Settled on the spot.
    Step{State::registered, Action::close, State::closed, may_close},
    Step{State::accepted, Action::close, State::closed, may_close},
    Step{State::answered, Action::close, State::closed, may_close},
    Step{State::registered, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::accepted, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::assigned, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::handling, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::proposed, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::decided, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::answered, Action::withdraw, State::withdrawn, may_withdraw},
    Step{State::registered, Action::join, State::joined, may_triage},
    Step{State::accepted, Action::join, State::joined, may_triage},
    Step{State::assigned, Action::join, State::joined, may_triage},
    Step{State::handling, Action::join, State::joined, may_triage},

    stays(State::accepted, Action::promise, may_handle),
    stays(State::assigned, Action::promise, may_handle),
    stays(State::handling, Action::promise, may_handle),
    stays(State::proposed, Action::promise, may_handle),
    stays(State::decided, Action::promise, may_handle),
    stays(State::answered, Action::promise, may_handle),
    stays(State::accepted, Action::fulfil, may_handle),
    stays(State::assigned, Action::fulfil, may_handle),
    stays(State::handling, Action::fulfil, may_handle),
    stays(State::proposed, Action::fulfil, may_handle),
    stays(State::decided, Action::fulfil, may_handle),
    stays(State::answered, Action::fulfil, may_handle),
    stays(State::withdrawn, Action::fulfil, may_handle),
    stays(State::decided, Action::find_responsibility, may_review),
    stays(State::answered, Action::find_responsibility, may_review),
    stays(State::closed, Action::find_responsibility, may_review),
    stays(State::answered, Action::object, may_object),
    stays(State::decided, Action::object, may_object),
    stays(State::closed, Action::object, may_object),
    stays(State::decided, Action::review_finding, may_review),
    stays(State::answered, Action::review_finding, may_review),
    stays(State::closed, Action::review_finding, may_review),
    stays(State::decided, Action::name_cause, may_review),
    stays(State::answered, Action::name_cause, may_review),
    stays(State::closed, Action::name_cause, may_review),
    stays(State::answered, Action::call_back, may_call_back),
    stays(State::closed, Action::call_back, may_call_back),
    stays(State::answered, Action::rate, may_call_back),
    stays(State::closed, Action::rate, may_call_back),
    stays(State::closed, Action::check_sample, may_check_sample),
    stays(State::closed, Action::archive, may_archive),
    stays(State::withdrawn, Action::archive, may_archive),
    stays(State::refused, Action::archive, may_archive),
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
                      [&](const Step& step) { return step.from == state && step.to != state; });
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

Result<void> check_amount(std::optional<std::int64_t> amount_fen) {
  constexpr std::int64_t amount_max = 1'000'000'000'000'000;
  if (!amount_fen) return {};
  if (*amount_fen < 0) return refuse(Reason::invalid, "field.negative", "amount_fen");
  if (*amount_fen > amount_max) return refuse(Reason::invalid, "field.too_large", "amount_fen");
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
